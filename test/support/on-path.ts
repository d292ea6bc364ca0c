import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** The first of these programs that this machine has on PATH, with its whole path; undefined where it has none. */
export function onPath(programs: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return programs.flatMap((program) => folders.map((folder) => path.join(folder, program))).find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
