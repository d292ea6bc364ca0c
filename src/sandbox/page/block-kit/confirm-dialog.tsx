import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { type Json, objectAt } from '../../slack/json.ts'
import type { Drawn } from './drawn.ts'
import { TextObject } from './text-object.tsx'
import { wordsAt } from './words-at.ts'

interface ConfirmDialogProps {
  /** Slack's confirm object. */
  readonly confirm: Json
  readonly drawn: Drawn
  readonly onConfirm: () => void
  readonly onDeny: () => void
}

/** Asks once more before something is sent; Escape is a no. */
export function ConfirmDialog({ confirm, drawn, onConfirm, onDeny }: ConfirmDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const text = objectAt(confirm, 'text')
  return (
    <dialog
      ref={dialog}
      className="bk-confirm"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.stopPropagation()
        onDeny()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={`${id}-title`}>{wordsAt(confirm, 'title')}</h2>
      <div id={`${id}-text`}>{text && <TextObject text={text} drawn={drawn} />}</div>
      <div className="bk-confirm-answers">
        <button type="button" className="bk-button" onClick={onDeny}>
          <span>{wordsAt(confirm, 'deny')}</span>
        </button>
        <button
          type="button"
          className="bk-button"
          data-style={confirm['style'] === 'danger' ? 'danger' : 'primary'}
          onClick={onConfirm}
        >
          <span>{wordsAt(confirm, 'confirm')}</span>
        </button>
      </div>
    </dialog>
  )
}
