import type { ActionsBlock, StaticSelect } from '@slack/types'
import { allowedEmergencySteps, openTasks, stepsNow } from '../../emergency/allowed.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import type { EmergencyStep } from '../../emergency/lifecycle.ts'
import { waitsOf } from '../../emergency/waits.ts'
import { textFor } from '../../text/text.ts'
import { actions, button, plain } from './blocks.ts'
import type { House, Reader } from './house.ts'

const mostButtons = 5

/** What stops each clock. */
const stops: Partial<Record<ReturnType<typeof waitsOf>[number]['clock'], EmergencyStep>> = {
  emergencyConfirm: 'confirmGroup',
  emergencyOral: 'oralReport',
  emergencyWritten: 'writtenReport',
  emergencyDaily: 'dailyReport',
  emergencyFinal: 'finalReport',
  emergencyVote: 'castVote',
  emergencyClosing: 'closingReport',
}

/** Always of use, in this order, behind what is owed. */
const usual: readonly EmergencyStep[] = [
  'acceptCluster',
  'dismissCluster',
  'instruct',
  'situation',
  'finishTask',
  'assignTask',
  'appoint',
  'standDown',
]

/**
 * The buttons of an emergency for this reader: `emergency:<step>` with its id as value, what is owed first, five at most; all
 * others in a menu, `emergency:more` with `<step>:<id>`. The block is another one whenever something has happened, so that
 * Slack forgets what was picked in the menu.
 */
export function emergencyButtons(
  emergency: Emergency,
  reader: Reader,
  house: House,
): ActionsBlock | undefined {
  const words = textFor(reader.language)
  const steps = inOrder(emergency, reader, house)
  if (steps.length === 0) return undefined
  const shown = steps.slice(0, mostButtons).map((step, at) => {
    const style = at === 0 && step !== 'standDown' ? ('primary' as const) : undefined
    return button(`emergency:${step}`, words.emergencySteps[step].button, emergency.id, style)
  })
  const rest = steps.slice(mostButtons)
  if (rest.length === 0) return actions(shown)
  const menu: StaticSelect = {
    type: 'static_select',
    action_id: 'emergency:more',
    placeholder: plain(words.emergency.moreSteps, 150),
    options: rest.map((step) => ({
      text: plain(words.emergencySteps[step].button, 75),
      value: `${step}:${emergency.id}`,
    })),
  }
  return actions([...shown, menu], `steps-${happenings(emergency)}`)
}

function inOrder(emergency: Emergency, reader: Reader, house: House): EmergencyStep[] {
  const steps =
    reader.personId === undefined
      ? stepsNow(emergency)
      : allowedEmergencySteps(emergency, reader.personId, house)
  const owed = waitsOf(emergency, house.rulebook)
    .toSorted((one, other) => Temporal.Instant.compare(one.due, other.due))
    .flatMap(({ clock }) => stops[clock] ?? [])
  const first: readonly EmergencyStep[] = emergency.instruction ? owed : ['instruct', ...owed]
  const sorted = [...new Set([...first, ...usual, ...steps])]
  return sorted.filter((step) => steps.includes(step))
}

/** How much has happened: a number that only grows. */
function happenings(emergency: Emergency): number {
  const { situations, reports = [], tasks = [], decisions = [], contacts = [], ballots = [] } = emergency
  const votes = ballots.flatMap((ballot) => ballot.votes)
  const all = [...situations, ...reports, ...tasks, ...decisions, ...contacts, ...ballots, ...votes]
  const done = tasks.length - openTasks(emergency).length
  return all.length + done + emergency.complaints.length + (emergency.instruction ? 1 : 0)
}
