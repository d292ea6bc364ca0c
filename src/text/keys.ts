import type { Command } from '../complaint/command.ts'
import type { StepName } from '../complaint/lifecycle.ts'
import type { EmergencyCommand } from '../emergency/command.ts'
import type { EmergencyStep } from '../emergency/lifecycle.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import type { Level } from '../policy/pack.ts'
import type { PersonalProblemCode } from '../vault/check-personal.ts'
import type { PersonalField } from '../vault/personal-field.ts'

/** Every form there is: one a step, the filing form and the one that asks why clear data is wanted. */
export type FormName = StepName | EmergencyStep | 'file' | 'reveal'

type Asked<Said> = Said extends unknown ? Exclude<keyof Said, 'step' | 'complainant'> : never

/** Every question of every form, read off the commands: a new one without words does not compile. */
export type FieldName =
  | Asked<Extract<Command, { step: StepName | 'file' }>>
  | Asked<Extract<EmergencyCommand, { step: EmergencyStep }>>
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
  readonly askings: Readonly<Record<Asking, readonly string[]>>
  readonly steps: Readonly<Partial<Record<StepName, readonly string[]>>>
  readonly filters: Readonly<Record<'level' | 'state' | 'unit', readonly string[]>>
  readonly open: readonly string[]
  readonly levels: Readonly<Record<Level, readonly string[]>>
}
