import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { openTasks, taskObjection } from './allowed.ts'
import type { EmergencyCommandOf } from './command.ts'
import type { Emergency, Task } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { mayJoin } from './membership.ts'
import { stillToCome } from './reports.ts'

/** A task with its owner and its time; the owner need not be a member. */
export function assignTask(
  emergency: Emergency,
  { work, taskOwner: owner, taskDue }: EmergencyCommandOf<'assignTask'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  mayJoin(emergency, owner, context)
  const due = stillToCome(taskDue, context.now)
  const task = (emergency.tasks ?? []).length + 1
  return [{ type: 'taskAssigned', at: isoOf(context.now), by, task, work, owner, due }]
}

/** Done, by its owner or by whoever leads. */
export function finishTask(
  emergency: Emergency,
  { task, result }: EmergencyCommandOf<'finishTask'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const found = openTask(emergency, task)
  const objection = taskObjection(emergency, found, by, context)
  if (objection) throw new Refusal(objection)
  return [{ type: 'taskFinished', at: isoOf(context.now), by, task: found.no, result }]
}

/** Another member takes it over; its due stays. Whoever has it already changes nothing. */
export function takeTask(
  emergency: Emergency,
  { task, reason }: EmergencyCommandOf<'takeTask'>,
  by: PersonId,
  { now }: Context,
): EmergencyEvent[] {
  const { no, owner } = openTask(emergency, task)
  return owner === by ? [] : [{ type: 'taskTaken', at: isoOf(now), by, task: no, from: owner, reason }]
}

/** Handed to somebody who goes on with it when the group has gone. */
export function handTask(
  emergency: Emergency,
  { task, taskOwner: owner, reason }: EmergencyCommandOf<'handTask'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const found = openTask(emergency, task)
  mayJoin(emergency, owner, context)
  const event = { at: isoOf(context.now), by, task: found.no, from: found.owner, owner, reason }
  return [{ type: 'taskHandedOver', ...event }]
}

function openTask(emergency: Emergency, no: string): Task {
  const found = openTasks(emergency).find((each) => each.no === Number(no))
  if (!found) throw new Refusal('task-not-open')
  return found
}
