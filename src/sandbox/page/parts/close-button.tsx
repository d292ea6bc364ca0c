import { useSpeech } from '../speech.tsx'
import { Icon } from './icon.tsx'

/** Closes what it stands on: a dock, a thread, a form. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  return (
    <button
      type="button"
      className="quiet"
      aria-label={words.page.close}
      title={words.page.close}
      onClick={onClose}
    >
      <Icon name="close" />
    </button>
  )
}
