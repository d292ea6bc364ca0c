import type { ConversationTold } from '../../serve/told.ts'
import { keyOf, useKept } from '../kept.ts'
import { homePlace } from '../shown.ts'
import { useSpeech } from '../speech.tsx'
import { AppHome } from './app-home.tsx'
import { Conversation } from './conversation.tsx'
import { useScreen } from './on-screen.ts'
import { Sidebar } from './sidebar.tsx'
import { TroubleBanner } from './trouble-banner.tsx'

/** Slack's window: the sidebar and what is open beside it. */
export function Workspace() {
  const { side, person, sight } = useScreen()
  const { places } = useKept()
  const chosen = places[keyOf(side, person.id)]
  const open = openOf(sight.conversations, chosen)
  return (
    <div className="workspace">
      <Sidebar open={chosen === homePlace ? homePlace : open?.id} />
      <main className="pane">
        {sight.modals.length === 0 && <TroubleBanner />}
        {chosen === homePlace ? <AppHome /> : <Opened conversation={open} />}
      </main>
    </div>
  )
}

function Opened({ conversation }: { conversation: ConversationTold | undefined }) {
  const { words } = useSpeech()
  if (!conversation) return <p className="nothing">{words.screen.chooseConversation}</p>
  return <Conversation key={conversation.id} conversation={conversation} />
}

/** The conversation chosen while it can be seen, else the first one. */
function openOf(
  conversations: readonly ConversationTold[],
  chosen: string | undefined,
): ConversationTold | undefined {
  return conversations.find(({ id }) => id === chosen) ?? conversations[0]
}
