import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { BehindTold } from '../../serve/told.ts'
import { keep, useKept, type Kept } from '../kept.ts'
import { useSpeech } from '../speech.tsx'
import { behindQuery } from '../use-told.ts'
import { Clocks, Jobs, Journal, Outbox } from './behind-lists.tsx'
import { Traffic } from './behind-traffic.tsx'
import { DockHead } from './left-dock.tsx'

type Tab = Kept['behindTab']
const tabs: readonly Tab[] = ['journal', 'clocks', 'outbox', 'traffic', 'jobs']

const lists: Readonly<Record<Tab, (props: { behind: BehindTold }) => ReactNode>> = {
  journal: Journal,
  clocks: Clocks,
  outbox: Outbox,
  traffic: Traffic,
  jobs: Jobs,
}

/** What the page's visitor would not see in Slack: the journal of a case, its clocks, what is sent and what is queued. */
export function Behind() {
  const { words } = useSpeech()
  const { rightDock, behindWidth, behindTab } = useKept()
  const [of, choose] = useState<string>()
  const { data: behind } = useQuery({ ...behindQuery(of), enabled: rightDock === 'behind' })
  if (rightDock === 'none') return null
  const List = lists[behindTab]
  return (
    <aside
      className="dock dock-right"
      style={{ width: behindWidth }}
      aria-label={words.behind.title}
      data-testid="behind"
    >
      <Grip width={behindWidth} />
      <DockHead title={words.behind.title} onClose={() => keep({ rightDock: 'none' })} />
      {behind && <CaseChooser behind={behind} onChoose={choose} />}
      <Tabs chosen={behindTab} />
      <div className="dock-body" role="tabpanel" aria-label={words.behind.tabs[behindTab]} tabIndex={0}>
        <p className="small-print">{words.behind.about[behindTab]}</p>
        {behind && <List behind={behind} />}
      </div>
    </aside>
  )
}

function CaseChooser({ behind, onChoose }: { behind: BehindTold; onChoose: (id: string) => void }) {
  const { words, say } = useSpeech()
  const { cases, shown } = behind
  if (cases.length === 0) return <p className="small-print case-chooser">{words.behind.noCase}</p>
  return (
    <label className="case-chooser">
      <span>{words.behind.case}</span>
      <select value={shown ?? ''} onChange={(event) => onChoose(event.target.value)}>
        {cases.map(({ id, number, state }) => (
          <option key={id} value={id}>
            {number} · {say(state)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Tabs({ chosen }: { chosen: Tab }) {
  const { words } = useSpeech()
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length] ?? chosen
    keep({ behindTab: next })
    event.currentTarget.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={words.behind.title} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          data-tab={tab}
          aria-selected={tab === chosen}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => keep({ behindTab: tab })}
        >
          {words.behind.tabs[tab]}
        </button>
      ))}
    </div>
  )
}

const [narrowest, widest, keyStep] = [340, 760, 40]

/** The edge by which the panel is made wider or narrower: dragged, or with the arrows. */
function Grip({ width }: { width: number }) {
  const { words } = useSpeech()
  const resize = (to: number) => keep({ behindWidth: Math.min(widest, Math.max(narrowest, Math.round(to))) })
  return (
    <div
      className="grip"
      role="separator"
      tabIndex={0}
      aria-label={words.behind.width}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onPointerDown={(event: PointerEvent<HTMLElement>) =>
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(innerWidth - event.clientX)
      }}
      onKeyDown={({ key }) => {
        const step = { ArrowLeft: keyStep, ArrowRight: -keyStep }[key]
        if (step !== undefined) resize(width + step)
      }}
    />
  )
}
