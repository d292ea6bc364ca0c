import type { Field } from '../matter/field.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { Context } from '../matter/matter.ts'
import { openBallot, openTasks, taskObjection } from './allowed.ts'
import type { Emergency } from './emergency.ts'
import { emergencyForms } from './form.ts'
import type { EmergencyStep } from './lifecycle.ts'

/** The fields of a step's form, with the tasks or the vote of now that this person may choose from. */
export function fieldsOf(
  step: EmergencyStep,
  emergency: Emergency,
  by: PersonId | undefined,
  context: Pick<Context, 'organisation' | 'now'>,
): readonly Field[] {
  const ballot = openBallot(emergency)
  const offered: Readonly<Record<string, readonly (readonly [value: string, label: string])[]>> = {
    task: openTasks(emergency)
      .filter((task) => step !== 'finishTask' || !by || !taskObjection(emergency, task, by, context))
      .slice(0, mostChoices)
      .map(({ no, work }) => [String(no), `${no}: ${work}`]),
    ballot: ballot ? [[String(ballot.no), `${ballot.no}: ${ballot.plan}`]] : [],
  }
  return emergencyForms[step].map((field: Field): Field => {
    const choices = field.kind === 'option' ? offered[field.name] : undefined
    if (field.kind !== 'option' || !choices) return field
    const labels = Object.fromEntries(choices)
    return { ...field, options: choices.map(([value]) => value), labels }
  })
}

/** Slack takes so many entries in a menu. */
const mostChoices = 100
