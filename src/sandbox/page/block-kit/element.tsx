import { type ReactNode, useState } from 'react'
import { fieldName } from '../../serve/field-name.ts'
import type { Entry } from '../../serve/told.ts'
import { type Json, objectAt, textAt } from '../../slack/json.ts'
import { Button } from './button.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DatePicker, DateTimePicker, TimePicker } from './date-inputs.tsx'
import type { Surface } from './drawn.ts'
import { FileInput } from './file-input.tsx'
import { heardAs } from './heard-as.ts'
import type { Held, Naming } from './held.ts'
import { Overflow } from './overflow.tsx'
import { Select } from './select.tsx'
import { LineInput, TextInput } from './text-inputs.tsx'
import { Checkboxes, RadioButtons } from './ticks.tsx'
import { wordsFor } from './words.ts'

const kinds: Readonly<Record<string, (held: Held) => ReactNode>> = {
  button: Button,
  overflow: Overflow,
  static_select: Select,
  external_select: Select,
  users_select: Select,
  conversations_select: Select,
  channels_select: Select,
  multi_static_select: Select,
  multi_external_select: Select,
  multi_users_select: Select,
  multi_conversations_select: Select,
  multi_channels_select: Select,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextInput,
  rich_text_input: TextInput,
  number_input: LineInput,
  email_text_input: LineInput,
  url_text_input: LineInput,
  file_input: FileInput,
}

interface ElementProps {
  readonly block: Json
  readonly element: Json
  readonly naming: Naming
  readonly surface: Surface
}

/** One element that people touch. What it does is asked about first where it has a `confirm`. */
export function Element({ block, element, naming, surface }: ElementProps): ReactNode {
  const [asked, setAsked] = useState<{ readonly entry: Entry }>()
  const type = textAt(element, 'type') ?? ''
  const Kind = kinds[type]
  if (!Kind) return <p className="bk-unknown">{wordsFor(surface.drawn).unknownElement(type)}</p>

  const field = fieldName(textAt(block, 'block_id') ?? '', textAt(element, 'action_id') ?? '')
  const heard = heardAs(block, element, surface)
  const confirm = objectAt(element, 'confirm')
  const answered = (step: () => void) => () => {
    setAsked(undefined)
    step()
  }
  return (
    <>
      <Kind
        element={element}
        value={surface.values[field] ?? null}
        naming={naming}
        drawn={surface.drawn}
        isBusy={surface.busy === field}
        give={confirm ? (entry) => setAsked({ entry }) : heard.give}
        tell={heard.tell}
      />
      {confirm && asked && (
        <ConfirmDialog
          confirm={confirm}
          drawn={surface.drawn}
          onConfirm={answered(() => heard.give(asked.entry))}
          onDeny={answered(() => undefined)}
        />
      )}
    </>
  )
}
