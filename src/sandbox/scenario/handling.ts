import type { Entries } from '../play.ts'
import { cast } from './cast.ts'
import type { Scene } from './scenario.ts'
import type { CaseWords } from './scenario-words.ts'

/** Who does what on one complaint, and which. */
export interface Crew {
  /** The complaint by the name under which it was filed in the scene. */
  readonly name?: string
  readonly words: (scene: Scene) => CaseWords
  /** How it is classified; `cause` is also what the investigation finds. */
  readonly codes: { readonly channelCode: string; readonly business: string; readonly cause: string }
  /** What else is entered when the level is set: the level, a reason, what makes it delicate. */
  readonly level: (scene: Scene) => Entries
  /** Sets the level and dispatches. */
  readonly dispatcher: string
  readonly unit: string
  readonly handler: string
  readonly approver: string
  readonly closer: string
  /** How the customer is talked to; in person unless told otherwise. */
  readonly mode?: 'phone'
  /** Money paid to the customer. */
  readonly compensation?: { readonly compensation: string; readonly amount: number }
}

/** The steps of handling a complaint, as this crew takes them. */
export function handledBy(crew: Crew) {
  const { handler } = crew

  async function setLevel(scene: Scene): Promise<void> {
    const level = { ...crew.level(scene), ...crew.codes }
    await scene.play.takes(crew.dispatcher, 'triage', level, scene.number(crew.name))
  }

  async function dispatch(scene: Scene): Promise<void> {
    const { instruction } = crew.words(scene)
    const to = { handlingUnit: crew.unit, handler, instruction }
    await scene.play.takes(crew.dispatcher, 'dispatch', to, scene.number(crew.name))
  }

  async function takeOver({ play, number }: Scene): Promise<void> {
    await play.takes(handler, 'take', undefined, number(crew.name))
  }

  async function contact(scene: Scene): Promise<void> {
    const promiseUntil = await scene.later({ days: 3 })
    const { heard, promise } = crew.words(scene)
    const said = {
      mode: crew.mode ?? 'inPerson',
      reached: 'yes',
      words: heard,
      mood: 'upset',
      promise,
      promiseUntil,
    }
    await scene.play.takes(handler, 'contact', said, scene.number(crew.name))
  }

  async function investigate(scene: Scene): Promise<void> {
    const { facts, evidence } = crew.words(scene)
    const found = { facts, evidence, cause: crew.codes.cause, fault: 'yes' }
    await scene.play.takes(handler, 'investigate', found, scene.number(crew.name))
  }

  async function propose(scene: Scene): Promise<void> {
    const { solution, basis } = crew.words(scene)
    const plan = { solution, basis, ...crew.compensation }
    await scene.play.takes(handler, 'propose', plan, scene.number(crew.name))
  }

  async function approve({ play, number }: Scene): Promise<void> {
    await play.takes(crew.approver, 'approve', { decision: 'approve' }, number(crew.name))
  }

  async function reply(scene: Scene): Promise<void> {
    const remedies = ['review', 'mediation', 'arbitration', 'court']
    const { summary } = crew.words(scene)
    const said = { mode: crew.mode ?? 'inPerson', summary, remedies, response: 'accepts' }
    await scene.play.takes(handler, 'reply', said, scene.number(crew.name))
  }

  /** Where the rules in force draw the complaint for a call. */
  async function followUp(scene: Scene): Promise<void> {
    const number = scene.number(crew.name)
    if (!(await scene.play.offer(cast.officer, 'followUp', number))) return
    const { comment } = crew.words(scene)
    const heard = { satisfaction: '5', promiseKept: 'yes', content: 'yes', comment }
    await scene.play.takes(cast.officer, 'followUp', heard, number)
  }

  async function close({ play, number }: Scene): Promise<void> {
    const end = { outcome: 'fullyMet', responsibility: 'atFault', actions: ['retrain'] }
    await play.takes(crew.closer, 'close', end, number(crew.name))
  }

  return {
    setLevel,
    dispatch,
    takeOver,
    contact,
    investigate,
    propose,
    approve,
    reply,
    followUp,
    close,
    /** From the customer being heard to the reply. */
    untilReplied: inOrder(contact, investigate, propose, approve, reply),
    untilClosed: inOrder(followUp, close),
  }
}

/** One after the other, as one step. */
export function inOrder(...steps: readonly ((scene: Scene) => Promise<void>)[]) {
  return async (scene: Scene): Promise<void> => {
    for (const step of steps) await step(scene)
  }
}
