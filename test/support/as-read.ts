type Json = Readonly<Record<string, unknown>>

/**
 * Blocks as lines that a person can read, for snapshots and for the eye: what stands where, buttons in brackets with their
 * action, inputs with their answers. Times stand as their fallback.
 */
export function asRead(blocks: readonly unknown[]): string {
  return blocks.map((block) => blockLines(block as Json)).join('\n')
}

function blockLines(block: Json): string {
  switch (block['type']) {
    case 'header':
      return `# ${words(block['text'])}`
    case 'divider':
      return '---'
    case 'section':
      return [
        words(block['text']),
        ...list(block['fields']).map(
          (field) => `| ${words(field).replace('\n', ': ').replaceAll('\n', ' / ')}`,
        ),
        element(block['accessory']),
      ]
        .filter(Boolean)
        .join('\n')
    case 'context':
      return list(block['elements'])
        .map((each) => `~ ${words(each)}`)
        .join('\n')
    case 'actions':
      return list(block['elements']).map(element).join(' ')
    case 'input':
      return `? ${words(block['label'])}${block['optional'] ? '' : ' *'} (${String(block['block_id'])}): ${element(block['element'])}${block['hint'] ? `\n  (${words(block['hint'])})` : ''}`
    default:
      return JSON.stringify(block)
  }
}

function element(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const json = value as Json
  const groups = list(json['option_groups']).map(
    (group) => `${words(group['label'])}: ${optionWords(group['options'])}`,
  )
  const offered = [...groups, optionWords(json['options'])].filter(Boolean).join(' ; ')
  const initial = [
    'initial_value',
    'initial_date_time',
    'initial_user',
    'initial_users',
    'initial_date',
  ].flatMap((key) => (json[key] === undefined ? [] : [JSON.stringify(json[key]).replaceAll('"', '')]))
  const chosen = [json['initial_option'], ...list(json['initial_options'])].flatMap((option) =>
    option ? [words((option as Json)['text'])] : [],
  )
  const start = [...initial, ...chosen].join(', ')
  if (json['type'] === 'button')
    return `[${words(json['text'])}](${String(json['action_id'])}${typeof json['style'] === 'string' ? `, ${json['style']}` : ''})`
  return `<${String(json['type'])}${start ? ` = ${start}` : ''}>${offered ? ` {${offered}}` : ''}`
}

function optionWords(options: unknown): string {
  const all = list(options).map((option) => words(option['text']))
  return all.length > 6 ? `${all.slice(0, 6).join(', ')}, … ${all.length}` : all.join(', ')
}

function words(text: unknown): string {
  if (typeof text !== 'object' || text === null) return ''
  const said = (text as Json)['text']
  return typeof said === 'string' ? said.replace(/<!date\^\d+\^[^|]+\|([^>]+)>/g, '‹$1›') : ''
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as Json[]) : []
}
