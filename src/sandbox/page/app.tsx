import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { HappeningTold } from '../serve/told.ts'
import { Behind } from './dock/behind.tsx'
import { LeftDock } from './dock/left-dock.tsx'
import { useForgetting } from './forget-bank.ts'
import { InBank, personOf, useBank } from './in-bank.tsx'
import { keep, useKept } from './kept.ts'
import { useSpeak } from './menu/menu.tsx'
import { PageBanners } from './page-banners.tsx'
import { openLeft, Rail } from './rail.tsx'
import { Screen } from './screen/screen.tsx'
import { useShown, useSides } from './shown.ts'
import { SpeechIn, useSpeech } from './speech.tsx'
import { Strip } from './strip/strip.tsx'
import { useHash } from './use-hash.ts'
import { useTheme } from './use-theme.ts'
import { bankQuery, clockQuery, scenariosQuery, useChanges } from './use-told.ts'
import type { PageLanguage } from './words.ts'

/** The language of the page until somebody has chosen: that of the browser. */
const browsers: PageLanguage = navigator.language.startsWith('zh') ? 'zh' : 'en'

/** The sandbox page. */
export function App() {
  const { language = browsers } = useKept()
  useTheme()
  useChanges()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  return (
    <SpeechIn language={language}>
      <Opened />
    </SpeechIn>
  )
}

function Opened() {
  const { words } = useSpeech()
  const { data: bank } = useQuery(bankQuery)
  const { data: clock } = useQuery(clockQuery)
  const { isPending } = useQuery(scenariosQuery)
  useForgetting(clock?.now)
  useEffect(() => {
    document.title = words.page.title
  }, [words])
  if (!bank || isPending)
    return (
      <div className="page">
        <PageBanners />
        <p className="opening">{words.page.loading}</p>
      </div>
    )
  return (
    <InBank value={bank}>
      <Page />
    </InBank>
  )
}

function Page() {
  const [setOff, setSetOff] = useState<readonly HappeningTold[]>()
  useFirstLanguage()
  const onPushed = (happenings: readonly HappeningTold[]) => {
    setSetOff(happenings)
    openLeft('happened')
  }
  return (
    <div className="page">
      <Skips />
      <Strip onPushed={onPushed} />
      <PageBanners />
      <div className="page-body">
        <Rail />
        <LeftDock setOff={setOff} />
        <Screens />
        <Behind />
      </div>
    </div>
  )
}

function Screens() {
  const bank = useBank()
  const shown = useShown()
  const sides = useSides()
  useHash(shown)
  return (
    <div className="screens" data-screens={sides.length}>
      {sides.map((side) => {
        const person = personOf(bank, shown[side])
        return person && <Screen key={`${side} ${person.id}`} side={side} person={person} />
      })}
    </div>
  )
}

/** Links for the keyboard, seen only while they have the focus. */
function Skips() {
  const { words } = useSpeech()
  const { skipTo, leftScreen, rightScreen, theClock } = words.page
  const targets = { 'screen-left': leftScreen, 'screen-right': rightScreen, strip: theClock }
  return (
    <div className="skips">
      {Object.entries(targets).map(([id, name]) => (
        <button key={id} type="button" onClick={() => document.getElementById(id)?.focus()}>
          {skipTo(name)}
        </button>
      ))}
    </div>
  )
}

/**
 * At the first visit of somebody who reads English, everybody's Slack speaks English too, so that they can read all of it. Most
 * of the bank reads Chinese by itself.
 */
function useFirstLanguage(): void {
  const { language } = useKept()
  const { mutate } = useSpeak()
  useEffect(() => {
    if (language !== undefined) return
    if (browsers === 'en') mutate(browsers)
    else keep({ language: browsers })
  }, [language, mutate])
}
