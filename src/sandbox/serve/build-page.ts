import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

export interface PageFile {
  readonly type: string
  readonly body: Uint8Array
}

/** The files of the page by their path, the page itself as `/`. */
export type PageFiles = ReadonlyMap<string, PageFile>

const root = path.join(import.meta.dirname, '..', 'page')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * Builds the page from its sources, into memory: a second or two at every start, and nothing that could be stale. Throws with
 * Vite's words where a source does not build.
 */
export async function buildPage(): Promise<PageFiles> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    build: { write: false, chunkSizeWarningLimit: 4000, modulePreload: false },
  })
  if (!('output' in built))
    throw new Error('Vite built no single bundle of the page; src/sandbox/page has one entry.')
  return new Map(built.output.map((file) => [pathOf(file.fileName), fileOf(file)]))
}

function pathOf(fileName: string): string {
  return fileName === 'index.html' ? '/' : `/${fileName}`
}

function fileOf(file: { fileName: string } & ({ code: string } | { source: string | Uint8Array })): PageFile {
  const content = 'code' in file ? file.code : file.source
  return {
    type: types[path.extname(file.fileName)] ?? 'application/octet-stream',
    body: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }
}
