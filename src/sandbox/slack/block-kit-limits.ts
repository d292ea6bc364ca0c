import { elementListProblems, elementProblems } from './element-limits.ts'
import { isJson, listOf, objectAt, objectsAt, textAt, type Json } from './json.ts'
import {
  countProblems,
  stringProblems,
  textObjectProblems,
  textProblems,
  unknownFields,
  type Problem,
} from './text-limits.ts'

export type Surface = 'message' | 'modal' | 'home'

type Check = (block: Json, at: string, surface: Surface) => readonly Problem[]
type Kind = { readonly fields: readonly string[]; readonly on: readonly Surface[]; readonly check?: Check }

const anywhere: readonly Surface[] = ['message', 'modal', 'home']
const messageOnly: readonly Surface[] = ['message']

const kinds: Readonly<Record<string, Kind>> = {
  section: { fields: ['text', 'fields', 'accessory', 'expand'], on: anywhere, check: section },
  header: { fields: ['text'], on: anywhere, check: header },
  divider: { fields: [], on: anywhere },
  context: { fields: ['elements'], on: anywhere, check: context },
  actions: { fields: ['elements'], on: anywhere, check: actions },
  input: { fields: ['label', 'element', 'hint', 'optional', 'dispatch_action'], on: anywhere, check: input },
  image: { fields: ['image_url', 'slack_file', 'alt_text', 'title'], on: anywhere, check: image },
  rich_text: { fields: ['elements'], on: anywhere },
  video: {
    fields: [
      'alt_text',
      'author_name',
      'description',
      'provider_icon_url',
      'provider_name',
      'title',
      'title_url',
      'thumbnail_url',
      'video_url',
    ],
    on: anywhere,
  },
  markdown: { fields: ['text'], on: messageOnly, check: markdown },
  table: { fields: ['rows', 'column_settings'], on: messageOnly, check: table },
  data_table: {
    fields: ['rows', 'caption', 'page_size', 'row_header_column_index'],
    on: messageOnly,
    check: dataTable,
  },
  data_visualization: { fields: ['title', 'chart'], on: messageOnly, check: chart },
  alert: { fields: ['text', 'level'], on: ['modal'], check: alert },
}

const mostBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 }

/**
 * What would Slack refuse in these blocks on this surface? Empty when it would take them. Limits from docs.slack.dev
 * and the comments in @slack/types 3.2; pointers start at `at`.
 */
export function blockProblems(blocks: unknown, surface: Surface, at = '/blocks'): readonly Problem[] {
  if (!Array.isArray(blocks)) return [{ at, problem: 'must provide a list' }]
  const most = mostBlocks[surface]
  return [
    ...(blocks.length > most ? [{ at, problem: `no more than ${most} items allowed` }] : []),
    ...blocks.flatMap((block: unknown, index) => oneBlockProblems(block, `${at}/${index}`, surface)),
    ...repeatedBlockIds(blocks, at),
    ...tooManyCharts(blocks, at),
  ]
}

function oneBlockProblems(block: unknown, at: string, surface: Surface): readonly Problem[] {
  if (!isJson(block)) return [{ at, problem: 'must provide an object' }]
  const type = textAt(block, 'type') ?? '(no type)'
  const kind = kinds[type]
  if (!kind?.on.includes(surface)) return [{ at: `${at}/type`, problem: `unsupported type: ${type}` }]
  return [
    ...unknownFields(block, at, ['type', 'block_id', ...kind.fields]),
    ...stringProblems(block, 'block_id', at, { max: 255 }),
    ...(kind.check?.(block, at, surface) ?? []),
    ...repeatedActionIds(block, at),
  ]
}

function section(block: Json, at: string, surface: Surface): readonly Problem[] {
  const fields = Array.isArray(block['fields']) ? block['fields'] : undefined
  const accessory = objectAt(block, 'accessory')
  const empty = block['text'] === undefined && fields === undefined
  return [
    ...(empty ? [{ at, problem: 'missing required field: text or fields' }] : []),
    ...textProblems(block, 'text', at, { max: 3000 }),
    ...(fields ? countProblems(block, 'fields', at, { min: 1, max: 10 }) : []),
    ...(fields ?? []).flatMap((field: unknown, index) =>
      textObjectProblems(field, `${at}/fields/${index}`, { max: 2000 }),
    ),
    ...(accessory ? accessoryProblems(accessory, `${at}/accessory`, surface) : []),
  ]
}

function accessoryProblems(accessory: Json, at: string, surface: Surface): readonly Problem[] {
  if (accessory['type'] === 'image') return imageElement(accessory, at)
  return elementProblems(accessory, at, { place: 'accessory', surface })
}

function header(block: Json, at: string): readonly Problem[] {
  return textProblems(block, 'text', at, { max: 150, plain: true, required: true })
}

function context(block: Json, at: string): readonly Problem[] {
  const elements = Array.isArray(block['elements']) ? block['elements'] : []
  return [
    ...countProblems(block, 'elements', at, { min: 1, max: 10 }),
    ...elements.flatMap((element: unknown, index) =>
      isJson(element) && element['type'] === 'image'
        ? imageElement(element, `${at}/elements/${index}`)
        : textObjectProblems(element, `${at}/elements/${index}`, { max: 3000 }),
    ),
  ]
}

function actions(block: Json, at: string, surface: Surface): readonly Problem[] {
  return elementListProblems(block, at, { max: 25, surface })
}

function input(block: Json, at: string, surface: Surface): readonly Problem[] {
  const element = objectAt(block, 'element')
  return [
    ...textProblems(block, 'label', at, { max: 2000, plain: true, required: true }),
    ...textProblems(block, 'hint', at, { max: 2000, plain: true }),
    ...(element
      ? elementProblems(element, `${at}/element`, { place: 'input', surface })
      : [{ at, problem: 'missing required field: element' }]),
  ]
}

function image(block: Json, at: string): readonly Problem[] {
  return [...imageElement(block, at), ...textProblems(block, 'title', at, { max: 2000, plain: true })]
}

function imageElement(element: Json, at: string): readonly Problem[] {
  const hasSource = element['image_url'] !== undefined || element['slack_file'] !== undefined
  return [
    ...(hasSource ? [] : [{ at, problem: 'missing required field: image_url or slack_file' }]),
    ...stringProblems(element, 'image_url', at, { max: 3000 }),
    ...stringProblems(element, 'alt_text', at, { max: 2000, required: true }),
  ]
}

function markdown(block: Json, at: string): readonly Problem[] {
  return stringProblems(block, 'text', at, { max: 12_000, required: true })
}

function table(block: Json, at: string): readonly Problem[] {
  const rows: readonly unknown[] = Array.isArray(block['rows']) ? block['rows'] : []
  const wide = rows.findIndex((row) => Array.isArray(row) && row.length > 20)
  return [
    ...countProblems(block, 'rows', at, { min: 1, max: 100 }),
    ...(wide < 0 ? [] : [{ at: `${at}/rows/${wide}`, problem: 'no more than 20 items allowed' }]),
  ]
}

function dataTable(block: Json, at: string): readonly Problem[] {
  return [...stringProblems(block, 'caption', at, { max: 3000, required: true }), ...table(block, at)]
}

function alert(block: Json, at: string): readonly Problem[] {
  return textProblems(block, 'text', at, { max: 3000, required: true })
}

function chart(block: Json, at: string): readonly Problem[] {
  return [
    ...stringProblems(block, 'title', at, { max: 50, required: true }),
    ...(objectAt(block, 'chart') ? [] : [{ at, problem: 'missing required field: chart' }]),
  ]
}

function tooManyCharts(blocks: unknown, at: string): readonly Problem[] {
  const charts = listOf(blocks).filter((block) => block['type'] === 'data_visualization')
  return charts.length > 2 ? [{ at, problem: 'no more than 2 data_visualization blocks allowed' }] : []
}

function repeatedBlockIds(blocks: unknown, at: string): readonly Problem[] {
  return repeated(listOf(blocks).map((block) => textAt(block, 'block_id'))).map((id) => ({
    at,
    problem: `block_id must be unique: ${id}`,
  }))
}

function repeatedActionIds(block: Json, at: string): readonly Problem[] {
  return repeated(interactiveElements(block).map((element) => textAt(element, 'action_id'))).map((id) => ({
    at,
    problem: `action_id must be unique within a block: ${id}`,
  }))
}

function repeated(ids: readonly (string | undefined)[]): readonly string[] {
  const present = ids.filter((id) => id !== undefined)
  return [...new Set(present.filter((id, index) => present.indexOf(id) !== index))]
}

/** The elements of a block that a person can act on: its elements, its accessory, its input. */
export function interactiveElements(block: Json): readonly Json[] {
  const type = textAt(block, 'type')
  const accessory = objectAt(block, 'accessory')
  const element = objectAt(block, 'element')
  return [
    ...(type === 'actions' ? objectsAt(block, 'elements') : []),
    ...(accessory && accessory['type'] !== 'image' ? [accessory] : []),
    ...(type === 'input' && element ? [element] : []),
  ]
}
