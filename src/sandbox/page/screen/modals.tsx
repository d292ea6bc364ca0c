import { CloseButton } from '../parts/close-button.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { fieldName } from '../../serve/field-name.ts'
import type { ModalTold, Values } from '../../serve/told.ts'
import { Blocks } from '../block-kit/blocks.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../speech.tsx'
import { forgetFields, typedFieldsOf, typeField, useTypedFields } from '../typed.ts'
import { sightQuery } from '../use-told.ts'
import { useScreen } from './on-screen.ts'
import { TroubleBanner } from './trouble-banner.tsx'

interface ModalsProps {
  /** The top one last. */
  readonly modals: readonly ModalTold[]
  /** What had the focus before the first one opened. */
  readonly focusBefore: RefObject<HTMLElement | null>
}

/** The modals of one person over their screen; the other screen stays usable. */
export function Modals({ modals, focusBefore }: ModalsProps) {
  const top = modals.at(-1)
  useEffect(() => {
    const before = focusBefore.current
    return () => void setTimeout(() => giveFocusBack(before))
  }, [focusBefore])
  if (!top) return null
  return (
    <div className="modal-shade">
      <Modal key={top.id} modal={top} isPushed={modals.length > 1} />
    </div>
  )
}

function Modal({ modal, isPushed }: { modal: ModalTold; isPushed: boolean }) {
  const { words } = useSpeech()
  const { drawn, acting } = useScreen()
  const { id, title, blocks, errors, submit } = modal
  const { values, busy, onUse, onSubmit, onClose } = useModal(modal)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => takeFocus(box.current), [modal.hash, busy])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(':popover-open')) return
    event.preventDefault()
    onClose()
  }
  const isSubmitting = busy === submitting
  return (
    <form
      ref={box}
      className="modal"
      role="dialog"
      aria-label={title}
      aria-busy={busy !== undefined}
      tabIndex={-1}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (submit !== undefined && busy === undefined) onSubmit()
      }}
    >
      <ModalHead title={title} isPushed={isPushed} onClose={onClose} />
      <div className="modal-body">
        {acting.trouble ? <TroubleBanner /> : <FormProblem problem={errors['']} />}
        <Blocks
          blocks={blocks}
          values={values}
          drawn={drawn}
          errors={errors}
          {...(busy !== undefined && { busy })}
          onUse={onUse}
          onEnter={(blockId, actionId, entry) => typeField(id, fieldName(blockId, actionId), entry)}
        />
      </div>
      <footer className="modal-foot">
        <button type="button" disabled={isSubmitting} onClick={onClose}>
          {modal.close ?? (submit === undefined ? words.page.close : words.modal.cancel)}
        </button>
        {submit !== undefined && (
          <button type="submit" className={isSubmitting ? 'main is-busy' : 'main'} disabled={isSubmitting}>
            {isSubmitting ? words.modal.underWay : submit}
          </button>
        )}
      </footer>
    </form>
  )
}

const submitting = 'submit'

/**
 * What stands in a modal and what can be done with it. What was typed goes along with everything; it is forgotten once the bot
 * took the form, for then the view holds it, or when the modal is gone.
 */
function useModal(modal: ModalTold) {
  const { person, acting } = useScreen()
  const client = useQueryClient()
  const { id } = modal
  useTypedFields(id)
  async function end(what: string, gesture: Parameters<typeof acting.act>[2]): Promise<void> {
    const worked = await acting.act(id, what, gesture)
    const open = client.getQueryData(sightQuery(person.id).queryKey)?.modals ?? []
    const still = open.find((each) => each.id === id)
    if (!still || (worked && Object.keys(still.errors).length === 0)) forgetFields(id)
  }
  return {
    values: valuesNow(modal),
    busy: acting.busy[id],
    onSubmit: () => void end(submitting, { do: 'submit', modal: id, values: valuesNow(modal) }),
    onClose: () => void end('close', { do: 'close', modal: id }),
    onUse: (blockId: string, actionId: string, entry: Values[string]) =>
      void acting.act(id, fieldName(blockId, actionId), {
        do: 'use',
        surface: { kind: 'modal', id, values: valuesNow(modal) },
        blockId,
        actionId,
        entry: entry ?? null,
      }),
  }
}

/** What the bot put into each field, or what was typed there since; what no longer has a field is left out. */
function valuesNow({ id, values }: ModalTold): Values {
  const typed = typedFieldsOf(id)
  return Object.fromEntries(
    Object.entries(values).map(([field, entry]) => [
      field,
      typed[field] === undefined ? entry : typed[field],
    ]),
  )
}

function ModalHead({ title, isPushed, onClose }: { title: string; isPushed: boolean; onClose: () => void }) {
  const { words } = useSpeech()
  return (
    <header className="modal-head">
      {isPushed && (
        <button
          type="button"
          className="quiet"
          aria-label={words.page.back}
          title={words.page.back}
          onClick={onClose}
        >
          <Icon name="back" />
        </button>
      )}
      <h2>{title}</h2>
      <CloseButton onClose={onClose} />
    </header>
  )
}

function FormProblem({ problem }: { problem: string | undefined }) {
  if (problem === undefined) return null
  return (
    <div className="banner banner-trouble" role="alert">
      <p>
        <strong>{problem}</strong>
      </p>
    </div>
  )
}

/** Takes the focus into the form where it is not, or was lost with what was replaced; not from somebody at work on the other screen. */
function takeFocus(box: HTMLFormElement | null): void {
  const screen = box?.closest('.screen')
  const focused = document.activeElement
  if (box?.contains(focused)) return
  if (!box || !screen || (focused !== document.body && !screen.contains(focused))) return
  const first = box.querySelector<HTMLElement>(
    '.modal-body :is(input, textarea, select, [role=combobox]):not([disabled])',
  )
  const target = first ?? box
  target.focus()
}

function giveFocusBack(before: HTMLElement | null): void {
  if (document.activeElement === document.body) before?.focus()
}
