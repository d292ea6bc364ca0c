import type { Gesture } from '../serve/gesture.ts'
import type {
  AnswerTold,
  BankTold,
  BehindTold,
  BotState,
  ClockTold,
  HappeningTold,
  PlayingTold,
  Push,
  ScenarioTold,
  SightTold,
} from '../serve/told.ts'

/** What came back where the sandbox could not do what was asked: its words, for the person at the page. */
export class AskError extends Error {}

export type Begun = { readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] }

/** Everything the page can ask of the sandbox behind it. Each throws `AskError` where there is no usable answer. */
export const ask = {
  bank: () => get<BankTold>('bank'),
  sight: (person: string) => get<SightTold>(`sight/${encodeURIComponent(person)}`),
  gesture: (person: string, gesture: Gesture) =>
    post<AnswerTold>(`gesture/${encodeURIComponent(person)}`, gesture),
  clock: () => get<ClockTold>('clock'),
  push: (push: Push) => post<readonly HappeningTold[]>('clock', { push }),
  scenarios: () =>
    get<{ readonly scenarios: readonly ScenarioTold[]; readonly playing?: PlayingTold }>('scenarios'),
  /** `begin` chooses a scenario and plays nothing yet; `next` plays one step, `rest` all that are left. */
  play: (name: string, play: 'begin' | 'next' | 'rest') => post<PlayingTold>('scenarios', { name, play }),
  behind: (of?: string) =>
    get<BehindTold>(of === undefined ? 'behind' : `behind?case=${encodeURIComponent(of)}`),
  bot: (state: BotState) => post<{ readonly ok: true }>('bot', { state }),
  /** The language in which everybody in the workspace reads Slack. */
  language: (language: 'zh-CN' | 'en') => post<{ readonly ok: true }>('language', { language }),
  /** Throws everything away and begins again: with the sample bank, or with an organisation or policy file of one's own. */
  begin: (files: { readonly organisation?: string; readonly csv?: boolean; readonly policy?: string }) =>
    post<Begun>('begin', files),
}

/** Calls back whenever something has changed in the workspace or the bank; answers how to stop that. */
export function onChange(changed: () => void): () => void {
  const source = new EventSource('/sandbox/changes')
  source.addEventListener('message', changed)
  source.addEventListener('open', changed)
  return () => source.close()
}

function get<Told>(path: string): Promise<Told> {
  return answerOf<Told>(fetch(`/sandbox/${path}`))
}

function post<Told>(path: string, body: object): Promise<Told> {
  const headers = { 'content-type': 'application/json' }
  return answerOf<Told>(fetch(`/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function answerOf<Told>(asked: Promise<Response>): Promise<Told> {
  const response = await asked.catch((error: unknown) => {
    throw new AskError('unreachable', { cause: error })
  })
  if (!response.ok) throw new AskError((await response.text()) || `HTTP ${response.status}`)
  return (await response.json()) as Told
}
