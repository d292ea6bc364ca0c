import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { BotState } from '../../serve/told.ts'
import { ask } from '../ask.ts'
import { useBank } from '../in-bank.tsx'
import { keep, useKept } from '../kept.ts'
import { Choice } from '../parts/choice.tsx'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { showScreens, useSides } from '../shown.ts'
import { useSpeech } from '../speech.tsx'
import { clockQuery } from '../use-told.ts'
import type { PageLanguage } from '../words.ts'
import { Files } from './files.tsx'
import { Reset } from './reset.tsx'

/** All that is set rather than played: language, look, screens, the bot, and which bank this is. */
export function Menu() {
  const { words, say } = useSpeech()
  const { organisation, policyVersion } = useBank()
  return (
    <Popover
      buttonClass="rail-button"
      className="settings"
      face={
        <>
          <Icon name="menu" size={20} />
          {words.rail.menu}
        </>
      }
    >
      {(close) => (
        <div role="group" aria-label={words.menu.label}>
          <Language />
          <Look />
          <Screens />
          <Bot />
          <Setting title={words.menu.files}>
            <Files />
          </Setting>
          <Reset onDone={close} />
          <p className="small-print">
            {words.menu.organisationName}: {say(organisation)} · {words.menu.policyVersion}: {policyVersion}
          </p>
        </div>
      )}
    </Popover>
  )
}

function Setting({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className="setting">
      <h3>
        {title} {about !== undefined && <small>{about}</small>}
      </h3>
      {children}
    </section>
  )
}

/** Switches the page and everybody's Slack. */
export function useSpeak() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (language: PageLanguage) => {
      keep({ language })
      return ask.language(language === 'zh' ? 'zh-CN' : 'en')
    },
    onSettled: () => client.invalidateQueries(),
  })
}

function Language() {
  const { words, language } = useSpeech()
  const { mutate, isPending } = useSpeak()
  return (
    <Setting title={words.menu.language} about={words.menu.languageAbout}>
      <Choice
        label={words.menu.language}
        value={language}
        isBusy={isPending}
        options={[
          { value: 'zh', text: '中文' },
          { value: 'en', text: 'English' },
        ]}
        onChoose={(chosen) => mutate(chosen)}
      />
    </Setting>
  )
}

function Look() {
  const { words } = useSpeech()
  const { theme } = useKept()
  const options = (['system', 'light', 'dark'] as const).map((value) => ({
    value,
    text: words.menu.themes[value],
  }))
  return (
    <Setting title={words.menu.theme}>
      <Choice
        label={words.menu.theme}
        value={theme}
        options={options}
        onChoose={(chosen) => keep({ theme: chosen })}
      />
    </Setting>
  )
}

function Screens() {
  const { words } = useSpeech()
  const two = useSides().length === 2
  return (
    <Setting title={words.menu.screens}>
      <Choice
        label={words.menu.screens}
        value={two ? 'two' : 'one'}
        options={[
          { value: 'one', text: words.menu.one },
          { value: 'two', text: words.menu.two },
        ]}
        onChoose={showScreens}
      />
    </Setting>
  )
}

const bots: readonly BotState[] = ['running', 'slow', 'stopped']

function Bot() {
  const { words } = useSpeech()
  const client = useQueryClient()
  const { data: clock } = useQuery(clockQuery)
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ask.bot,
    onSettled: () => client.invalidateQueries(),
  })
  const state = (isPending ? variables : clock?.bot) ?? 'running'
  return (
    <Setting title={words.menu.bot}>
      <Choice
        label={words.menu.bot}
        value={state}
        isBusy={isPending}
        options={bots.map((value) => ({ value, text: words.menu.bots[value] }))}
        onChoose={(chosen) => mutate(chosen)}
      />
      <p className="small-print">{words.menu.botAbout[state]}</p>
    </Setting>
  )
}
