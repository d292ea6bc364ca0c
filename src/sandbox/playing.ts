import type { OrganisationDocument } from '../organisation/organisation.ts'
import type { SandboxMark } from '../store/sandbox-mark.ts'
import type { Clock } from './clock.ts'
import { type GivenFiles, placePolicy, readGivenFiles } from './given-files.ts'
import { emptyOwnDatabase, isOwnDatabase, openOwnDatabase } from './own-database.ts'
import { readSampleBank } from './sample-bank.ts'
import { type Stage, createStage } from './stage.ts'
import type { StageOptions } from './stage-options.ts'

/** What is played now, and how to begin anew behind the same door, under the same clock. */
export interface Playing {
  stage(): Stage
  /** As `Sandbox.begin` says. */
  begin(anew: GivenFiles): Promise<Begun>
  /** As `Sandbox.everybodyReads` says. */
  everybodyReads(language: 'zh-CN' | 'en'): Promise<void>
  /** Resolves when nothing is being begun anew and no language changes. */
  ready(): Promise<void>
  close(): Promise<void>
}

export type Begun = { ok: true } | { ok: false; problems: string[] }

type House = StageOptions & { readonly clock: Clock }

export async function openPlaying(house: House): Promise<Playing> {
  let raised = await raise(house, (await openOwnDatabase(house.databaseUrl)) ?? {})
  let turn: Promise<unknown> = Promise.resolve()

  async function beginWith(mark: SandboxMark, organisation: OrganisationDocument): Promise<void> {
    if (raised.stage.bot !== 'stopped') await raised.stage.redress.bell.forget()
    await raised.close()
    await emptyOwnDatabase(house.databaseUrl, mark)
    raised = await raise(house, mark, organisation)
  }

  async function begin(anew: GivenFiles): Promise<Begun> {
    const { policy } = anew
    const read = await readGivenFiles(anew, house.clock.now())
    if ('problems' in read) return { ok: false, problems: read.problems }
    if (!(await isOwnDatabase(house.databaseUrl))) return { ok: false, problems: [notOurs] }
    const sample = await readSampleBank()
    try {
      await beginWith(policy === undefined ? {} : { policy }, read.organisation ?? sample)
      return { ok: true }
    } catch (error) {
      await beginWith({}, sample)
      return { ok: false, problems: [notBegun(error)] }
    }
  }

  /** The page's gestures wait for it: the bot may be between two lives. */
  function inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  return {
    stage: () => raised.stage,
    begin: (anew) => inTurn(() => begin(anew)),
    everybodyReads: (language) => inTurn(() => raised.stage.everybodyReads(language)),
    async ready() {
      await turn
    },
    async close() {
      await turn
      await raised.close()
    },
  }
}

interface Raised {
  readonly stage: Stage
  close(): Promise<void>
}

/** The stage under the policy that the mark names, else under the configured one. */
async function raise(
  house: House,
  { policy }: SandboxMark,
  organisation?: OrganisationDocument,
): Promise<Raised> {
  await using opened = new AsyncDisposableStack()
  const placed = policy === undefined ? undefined : await placePolicy(policy)
  opened.defer(async () => placed?.remove())
  const stage = await createStage({
    ...house,
    config: { ...house.config, ...(placed && { policyFile: placed.file }) },
    ...(organisation && { organisation }),
  })
  opened.defer(() => stage.stop())
  const running = opened.move()
  return { stage, close: () => running.disposeAsync() }
}

const notOurs =
  '此数据库并非由沙盒从空库建立，其中的数据可能有用，沙盒不会清空它。请设置另一个 DATA_DIR 或 DATABASE_URL 后重新启动。 · This database was not begun by the sandbox: what is in it may be somebody’s, and the sandbox does not empty it. Set another DATA_DIR or DATABASE_URL and start again.'

function notBegun(error: unknown): string {
  const seen = error instanceof Error ? error.message : String(error)
  return `未能以所给文件开始，已恢复样例银行：${seen} · It could not begin with these files, and began with the sample bank instead: ${seen}`
}
