import { type Connection, connect } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import {
  type SandboxMark,
  emptySandbox,
  findSandboxMark,
  markSandbox,
  mayMarkSandbox,
} from '../store/sandbox-mark.ts'

/**
 * Migrates the database and makes it the sandbox's own, where no matter is in it. Answers what it was begun with; undefined
 * where it is somebody else's, which the sandbox plays on and never empties.
 */
export function openOwnDatabase(url: string): Promise<SandboxMark | undefined> {
  return visit(url, async (db) => {
    await migrate(db)
    const found = await findSandboxMark(db)
    if (found || !(await mayMarkSandbox(db))) return found
    await markSandbox(db, {})
    return {}
  })
}

/** Was this database begun by the sandbox? */
export function isOwnDatabase(url: string): Promise<boolean> {
  return visit(url, async (db) => (await findSandboxMark(db)) !== undefined)
}

/** Empties the sandbox's own database and notes what it is begun with now. Throws where it is not its own. */
export function emptyOwnDatabase(url: string, mark: SandboxMark): Promise<void> {
  return visit(url, (db) => emptySandbox(db, mark))
}

async function visit<Answer>(url: string, work: (db: Connection['db']) => Promise<Answer>): Promise<Answer> {
  const { db, close } = connect(url, { max: 1, onError: () => {} })
  try {
    return await work(db)
  } finally {
    await close()
  }
}
