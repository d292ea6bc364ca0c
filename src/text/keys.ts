import type { ActionCommand } from '../action/command.ts'
import type { ActionStep } from '../action/lifecycle.ts'
import type { Command } from '../complaint/command.ts'
import type { StepName } from '../complaint/lifecycle.ts'
import type { EmergencyCommand } from '../emergency/command.ts'
import type { EmergencyStep } from '../emergency/lifecycle.ts'
import type { FundCommand } from '../fund/command.ts'
import type { fundForms } from '../fund/form.ts'
import type { MatterKind } from '../matter/effect.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import type { ReviewCommand } from '../review/command.ts'
import type { ReviewStep } from '../review/lifecycle.ts'
import type { Level } from '../policy/pack.ts'
import type { PersonalProblemCode } from '../vault/check-personal.ts'
import type { PersonalField } from '../vault/personal-field.ts'

/** The forms of the reserve fund: its steps have names that complaints have too. */
export type FundForm = `fund-${keyof typeof fundForms}`

/** The forms of improvement actions and of review meetings; `begin` and `convene` begin one. */
export type AccountabilityForm = ActionStep | 'begin' | ReviewStep | 'convene'

/** Every form there is: one a step, the filing form and the one that asks why clear data is wanted. */
export type FormName = StepName | EmergencyStep | FundForm | AccountabilityForm | 'file' | 'reveal'

/** What the house puts into a command itself. */
type NotAsked = 'step' | 'joining' | 'complainant' | 'repeatOf' | 'addition' | 'other'

/** What the screen knows of a request for money, and asks nobody. */
type KnownOfFund = 'about' | 'request' | 'ballot' | 'key' | 'branch' | 'currency'

/** What follows from where an action is begun or which case a step is about, or is looked up from what was typed. */
type KnownOfAccountability = 'like' | 'origin' | 'complaint' | 'cases' | 'branch'

type Asked<Said> = Said extends unknown ? Exclude<keyof Said, NotAsked> : never

/** Every question of every form, read off the commands: a new one without words does not compile. */
export type FieldName =
  | Asked<Extract<Command, { step: StepName | 'file' }>>
  | Asked<Extract<EmergencyCommand, { step: EmergencyStep }>>
  | Exclude<Asked<FundCommand>, KnownOfFund>
  | Exclude<Asked<ActionCommand> | Asked<ReviewCommand>, KnownOfAccountability>
  | 'likeCause'
  | 'likeBusiness'
  | 'likeUnit'
  | PersonalField
  | 'field'

/** `tick` is the text beside a single checkbox. */
export interface FieldWords {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly tick?: string
}

/** The words of a step: its button, its form's title and submit (24 characters at most), what is said when it is done. */
export interface StepWords {
  readonly button: string
  readonly title: string
  readonly submit: string
  readonly done: string
}

/** What can be wrong with one field of a form. */
export type FieldProblemCode =
  | RefusalCode
  | PersonalProblemCode
  | 'required'
  | 'not-a-number'
  | 'not-readable'

/** The facts of a notice, already put into words in the reader's language; empty where there is none. */
export interface NoticeFacts {
  readonly number: string
  readonly level: string
  readonly outlet: string
  readonly by: string
  readonly person: string
  readonly role: string
  readonly duty: string
  readonly clock: string
  readonly due: string
  readonly rung: string
  readonly reason: string
  readonly remark: string
  readonly amount: string
  /** The how manieth repeat, as a bare number. */
  readonly count: string
}

/** The facts of a refusal, already put into words; empty where there is none. */
export interface RefusalFacts {
  readonly status: string
  readonly person: string
  readonly next: string
  readonly seen: string
}

/** What can be asked by `/complaint …` beside the steps. */
export type Asking = 'show' | 'mine' | 'overdue' | 'list' | 'search' | 'why' | 'who' | 'org' | 'help'

/** Words that are read, in lower case, never shown: the ways in which one language asks for each thing. */
export interface CommandWords {
  /** Kinds of matters that have a word of their own: `fund`. */
  readonly matters: Readonly<Record<Extract<MatterKind, 'fund' | 'action' | 'review'>, readonly string[]>>
  readonly askings: Readonly<Record<Asking, readonly string[]>>
  readonly steps: Readonly<Partial<Record<StepName, readonly string[]>>>
  readonly filters: Readonly<Record<'level' | 'state' | 'unit', readonly string[]>>
  readonly open: readonly string[]
  readonly referred: readonly string[]
  readonly levels: Readonly<Record<Level, readonly string[]>>
}
