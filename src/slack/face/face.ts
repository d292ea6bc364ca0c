import type { ModalView } from '@slack/types'
import type { Handle } from '../../handle.ts'
import type { MatterKind, Notice } from '../../matter/effect.ts'
import type { Field } from '../../matter/field.ts'
import type { Refusal } from '../../matter/refusal.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import type { FormName } from '../../text/keys.ts'
import type { Language } from '../../text/text.ts'
import type { FieldProblem } from '../form/read.ts'
import type { Listening } from '../listen/house.ts'
import type { Message } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import type { WaitingRow } from '../view/waiting.ts'

/** What a face reads from: the house as a gesture and an effect on its way out both have it. */
export type FaceHouse = Pick<Listening, 'db' | 'inForce' | 'directory' | 'now'>

/** One thing of a kind: a matter, and where `inner` is given something inside it (a request of the fund, a case of a meeting). */
export interface Place {
  readonly id: string
  readonly inner?: string
}

/** A step that somebody asks for. One that begins a matter has in `id` where it begins: a branch, a complaint. */
export interface AskedStep extends Place {
  readonly step: string
}

/** How one kind of matter shows itself in Slack: a line of the table in `matter-faces.ts`. */
export interface Face {
  readonly kind: MatterKind
  /** What the form of each step asks; one that asks nothing is done at once. A step that is not here is of an earlier version. */
  readonly forms: Readonly<Record<string, readonly Field[]>>
  /** How its numbers are written, and what stands behind one. Absent for complaints, whose number has no letter. */
  readonly numbers?: Numbers
  /** The matter as it is now; undefined where there is none. */
  readonly see: (house: FaceHouse, id: string) => Promise<Seen | undefined>
  /** The step, ready to be asked and taken. Throws `not-found` where there is nothing that the person may see. */
  readonly prepare: (house: FaceHouse, person: PersonId, asked: AskedStep) => Promise<PreparedStep>
  /** What is typed behind a word of this kind (`/complaint fund …`), and which word. Absent for a kind that has none. */
  readonly answer?: (house: FaceHouse, reader: Asking, typed: string, word: string) => Promise<Answer>
  /** What of this kind waits for this person: a part of their App Home. */
  readonly waiting?: (house: FaceHouse, reader: Asking) => Promise<readonly WaitingRow[]>
}

export interface Numbers {
  /** The form in which `find` looks for it; undefined for text that is no number of this kind. */
  readonly read: (text: string) => string | undefined
  /** One a branch at most. */
  readonly find: (house: FaceHouse, number: string) => Promise<readonly Place[]>
}

/** A person of the organisation who asks. */
export type Asking = Reader & { readonly personId: PersonId }

/** The answer to a typed command: something to read, or a step to begin. */
export type Answer = { readonly message: Message } | { readonly begin: AskedStep }

/** A matter as it is now, and how it is drawn for whoever reads. */
export interface Seen {
  readonly kind: MatterKind
  readonly id: string
  readonly number: string
  readonly view: House
  /** The whole matter, or what `inner` names inside it. */
  readonly maySee: (person: PersonId, inner?: string) => boolean
  /** The card of the whole matter, or of what `inner` names inside it. */
  readonly card: (reader: Reader, inner?: string) => Message | Promise<Message>
  readonly notice: (notice: Notice, reader: Reader) => Message | Promise<Message>
  /** The card of now with why something was refused, where this kind says more than the plain sentence. */
  readonly explain?: (refusal: Refusal, reader: Reader) => Promise<Message>
  /** Only for kinds whose matters have a channel of their own. */
  readonly room?: Room
}

/** The own channel of a matter: what is written there, and what Slack calls it. */
export interface Room {
  readonly kind: 'complaint' | 'emergency'
  readonly channel: { readonly id?: string; readonly archived?: boolean } | undefined
  readonly archiveWanted: boolean
  /** Its members have had their private word when they are invited. */
  readonly membersAreTold: boolean
  readonly post: (notice: Notice, reader: Reader) => Message
  readonly topic: (language: Language) => string
}

/** A step of a matter of now, for one person. */
export interface PreparedStep {
  /** Why this person may not take it now; undefined where they may. */
  readonly objection: Refusal | undefined
  /** Under which name `text` has the words of its form. */
  readonly form: FormName
  /** The form; `opening` is the id of this opening. */
  readonly modal: (opening: string, reader: Reader) => ModalView | Promise<ModalView>
  /** What was answered, as a command; or what is wrong with it, by field. */
  readonly read: (values: Readonly<Record<string, unknown>>, opening: string) => Taking
  /** The complaints whose customers must not be told in any free text. */
  readonly cases: readonly string[]
  /** What is said when it is done. */
  readonly done: (language: Language) => string
  /** What is shown with a refusal; absent while the matter does not exist. */
  readonly seen?: Seen
}

/** A command on its way through the door, whichever kind it is of. */
export type Taking =
  | { readonly problems: readonly FieldProblem[] }
  | {
      readonly id: string
      /** What inside the matter was begun by it, once it was taken. */
      readonly begun?: () => string | undefined
      readonly take: (handle: Handle, by: Parameters<Handle>[3], form?: string) => Promise<unknown>
    }
