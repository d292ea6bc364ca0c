import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../speech.tsx'
import { useScreen } from './on-screen.ts'

/** What Slack says to somebody whose gesture did not work, and why that was in small print. */
export function TroubleBanner() {
  const { words, say } = useSpeech()
  const { acting } = useScreen()
  const { trouble } = acting
  if (!trouble) return null
  return (
    <div className="banner banner-trouble" role="alert" data-testid="trouble">
      <p>
        <strong>{trouble.said ? say(trouble.said) : words.trouble.failed}</strong>
        {trouble.why && <small>{say(trouble.why)}</small>}
      </p>
      <button type="button" className="quiet" aria-label={words.page.dismiss} onClick={acting.dismiss}>
        <Icon name="close" />
      </button>
    </div>
  )
}
