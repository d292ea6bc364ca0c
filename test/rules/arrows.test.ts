import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const src = path.join(import.meta.dirname, '../../src')

/**
 * Who may import whom (design, section 2). A key is a folder of `src` or a file at its top; itself is always allowed.
 * The pure folders stand at the end of every arrow; nobody imports what joins the parts together.
 */
const pure = ['matter', 'clock', 'organisation', 'policy']
const matters = ['complaint', 'emergency', 'fund', 'action', 'review']
const doors = ['handle', 'reveal', 'directory', 'in-force']
const arrows: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  organisation: [],
  policy: [],
  vault: [],
  text: [],
  matter: ['clock', 'organisation', 'policy'],
  complaint: pure,
  emergency: pure,
  fund: pure,
  action: pure,
  review: pure,
  store: [...matters, ...pure],
  'in-force': ['store', ...pure],
  handle: ['store', 'in-force', ...matters, ...pure],
  recalendar: ['handle', 'store', ...pure],
  reveal: ['store', 'in-force', 'vault', ...matters, ...pure],
  directory: ['store', 'in-force'],
  health: ['store'],
  config: ['vault'],
  slack: [...doors, 'store', 'vault', 'text', ...matters, ...pure],
  /** `review` for the rule by which an agenda is gathered. */
  job: ['handle', 'in-force', 'store', 'review', ...pure],
}
/** `text` names what the others have: it knows their types and runs none of their code. */
const typesOnly: Readonly<Record<string, readonly string[]>> = { text: ['vault', ...matters, ...pure] }
/** These join the parts; they may import everything below them. */
const joiners = { main: ['cli', 'sandbox'], sandbox: ['cli'], cli: [] }

/** Writing to Postgres is the door's; what `slack` takes from the store only reads. */
const writers = /^(save|put|store|mark|set|claim|postpone|take|lock|move|log)[A-Z]/

const sources = globSync('**/*.{ts,tsx}', { cwd: src })
const imports = sources.flatMap((file) => importsOf(file))

interface Import {
  readonly file: string
  readonly from: string
  readonly to: string
  /** The file it names, from `src`. */
  readonly target: string
  readonly typeOnly: boolean
  readonly names: readonly string[]
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(src, file), 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'"]*?)\s*from\s+'(\.[^']+)'/gms)
  return [...found].map(([, typeOnly, names = '', target = '']) => ({
    file,
    from: partOf(file),
    to: partOf(path.join(path.dirname(file), target)),
    target: path.join(path.dirname(file), target),
    typeOnly: typeOnly !== undefined,
    names: typeOnly
      ? []
      : names
          .replaceAll(/[{}]/g, '')
          .split(',')
          .map((name) => name.trim())
          .filter((name) => !name.startsWith('type ')),
  }))
}

/** The folder of `src` a file lies in, or its own name where it lies at the top. */
function partOf(file: string): string {
  const [first = '', ...rest] = file.split(path.sep)
  return rest.length > 0 ? first : first.replace(/\.tsx?$/, '')
}

test('there are imports to look at', () => {
  expect(imports.length).toBeGreaterThan(100)
})

test('arrows run one way: every import follows the design', () => {
  const wrong = imports.filter((each) => each.from !== each.to && !mayImport(each))
  expect(wrong.map(({ file, to }) => `${file} -> ${to}`)).toEqual([])
})

test('every part of the house has its arrows written down', () => {
  const parts = new Set(sources.map(partOf))
  expect([...parts].filter((part) => !(part in arrows) && !(part in joiners))).toEqual([])
})

test('slack only reads from the store', () => {
  const writing = imports
    .filter(({ from, to }) => from === 'slack' && to === 'store')
    .flatMap(({ file, names }) =>
      names.filter((name) => writers.test(name)).map((name) => `${file}: ${name}`),
    )
  expect(writing).toEqual([])
})

test('only config and the command line read the environment', () => {
  const reading = sources.filter((file) => readFileSync(path.join(src, file), 'utf8').includes('process.env'))
  expect(reading.filter((file) => !['cli.ts', 'config.ts'].includes(file))).toEqual([])
})

test('the page in the browser runs nothing of the server: it shares what it is told, how fields are named, how JSON is read', () => {
  const page = path.join('sandbox', 'page')
  const reaching = imports.filter(
    ({ file, target, typeOnly }) => file.startsWith(page) && !target.startsWith(page) && !typeOnly,
  )
  const shared = ['sandbox/serve/told.ts', 'sandbox/serve/field-name.ts', 'sandbox/slack/json.ts']
  expect(reaching.filter(({ target }) => !shared.includes(target)).map(({ file }) => file)).toEqual([])
  expect(imports.filter(({ file, target }) => target.startsWith(page) && !file.startsWith(page))).toEqual([])
})

test('only the bell knows BullMQ, only the store speaks SQL', () => {
  const files = sources.map((file) => ({
    file,
    text: readFileSync(path.join(src, file), 'utf8'),
  }))
  expect(files.filter(({ text }) => /from '(bullmq|ioredis)'/.test(text)).map(({ file }) => file)).toEqual([
    'job/bell.ts',
  ])
  const sql = files.filter(({ text }) => /\bsql<|\bsql`/.test(text)).map(({ file }) => file)
  expect(sql.filter((file) => !file.startsWith('store/'))).toEqual([])
})

function mayImport({ from, to, typeOnly }: Import): boolean {
  if (typeOnly && typesOnly[from]?.includes(to)) return true
  if (from in joiners) return !(joiners[from as keyof typeof joiners] as readonly string[]).includes(to)
  return arrows[from]?.includes(to) ?? false
}
