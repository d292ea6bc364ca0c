import { keep, useKept } from './kept.ts'
import { Menu, useSpeak } from './menu/menu.tsx'
import { Icon, type IconName } from './parts/icon.tsx'
import { useSpeech } from './speech.tsx'

/** The parts of the page that stand beside the screens: opened and closed from here. */
export function Rail() {
  const { words, language } = useSpeech()
  const { leftDock, rightDock } = useKept()
  const { mutate, isPending } = useSpeak()
  const left = (dock: 'scenarios' | 'happened') => openLeft(leftDock === dock ? 'none' : dock)
  return (
    <nav className="rail" aria-label={words.rail.label}>
      <Part
        icon="play"
        name={words.rail.scenarios}
        isOpen={leftDock === 'scenarios'}
        onPress={() => left('scenarios')}
      />
      <Part
        icon="list"
        name={words.rail.happened}
        isOpen={leftDock === 'happened'}
        onPress={() => left('happened')}
      />
      <Part
        icon="layers"
        name={words.rail.behind}
        title={words.rail.behindTitle}
        isOpen={rightDock === 'behind'}
        onPress={() => openRight(rightDock === 'behind' ? 'none' : 'behind')}
      />
      <span className="rail-space" />
      <button
        type="button"
        className="rail-button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        disabled={isPending}
        onClick={() => mutate(language === 'zh' ? 'en' : 'zh')}
      >
        <span className="rail-language">{language === 'zh' ? 'EN' : '中'}</span>
        {language === 'zh' ? 'English' : '中文'}
      </button>
      <Menu />
    </nav>
  )
}

interface PartProps {
  readonly icon: IconName
  readonly name: string
  readonly title?: string
  readonly isOpen: boolean
  readonly onPress: () => void
}

function Part({ icon, name, title, isOpen, onPress }: PartProps) {
  return (
    <button
      type="button"
      className="rail-button"
      aria-pressed={isOpen}
      title={title ?? name}
      onClick={onPress}
    >
      <Icon name={icon} size={20} />
      {name}
    </button>
  )
}

/** How wide, in pixels, a window must be for both docks beside the screens. */
const roomForBoth = 1500

/** Opens a dock at the left; on a narrow window the one at the right makes room. */
export function openLeft(leftDock: 'none' | 'scenarios' | 'happened'): void {
  keep(leftDock === 'none' || innerWidth >= roomForBoth ? { leftDock } : { leftDock, rightDock: 'none' })
}

function openRight(rightDock: 'none' | 'behind'): void {
  keep(rightDock === 'none' || innerWidth >= roomForBoth ? { rightDock } : { rightDock, leftDock: 'none' })
}
