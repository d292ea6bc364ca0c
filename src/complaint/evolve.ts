import type { ClockCode } from '../policy/pack.ts'
import type { ClockRun, Complaint, Iso } from './complaint.ts'
import type { Event, EventOf } from './event.ts'

/** The complaint after one more event. Folding the whole journal through it gives the row. */
export function evolve(complaint: Complaint | undefined, event: Event): Complaint {
  if (event.type === 'filed') return begin(event)
  if (!complaint)
    throw new Error(`The journal begins with "${event.type}" and not with "filed"; it cannot be folded.`)
  return apply(complaint, event)
}

function begin(event: EventOf<'filed'>): Complaint {
  const { type: _type, at, by, receivedAt, owner = by, ...said } = event
  const running: ClockCode[] = [
    'triage',
    ...(said.anonymous ? [] : (['contact'] as const)),
    'overall',
    'statutory',
  ]
  return {
    ...said,
    status: 'received',
    cycle: 1,
    filedBy: by,
    receivedAt,
    loggedAt: at,
    levelSet: false,
    sensitivity: [],
    owner,
    supportUnits: [],
    sentBack: false,
    contacts: [],
    clocks: [
      { ...started('log', receivedAt), stoppedAt: at },
      ...running.map((code) =>
        code === 'triage' ? started(code, at) : { ...started(code, receivedAt), knownSince: at },
      ),
    ],
    emergencyMembers: [],
    archiveWanted: false,
    members: [],
    refusedInvites: [],
  }
}

function apply(complaint: Complaint, event: Exclude<Event, { type: 'filed' }>): Complaint {
  switch (event.type) {
    case 'triaged':
      return triaged(complaint, event)
    case 'dispatched':
      return dispatched(complaint, event)
    case 'taken':
      return taken(complaint, event)
    case 'sentBack': {
      const { offeredTo: _offeredTo, handlingUnit: _unit, instruction: _instruction, ...kept } = complaint
      const next = clocksAt(kept, event.at, ['take'], ['dispatch'])
      return { ...next, status: 'triaged', supportUnits: [], sentBack: true }
    }
    case 'contacted':
      return contacted(complaint, event)
    case 'investigated': {
      const { type: _type, ...findings } = event
      return { ...clocksAt(complaint, event.at, ['investigate'], ['propose']), findings }
    }
    case 'proposed': {
      const { type: _type, ...plan } = event
      return { ...clocksAt(complaint, event.at, ['propose'], ['approve']), status: 'awaiting_approval', plan }
    }
    case 'approved':
      return approved(complaint, event)
    case 'planRejected': {
      const { plan: _plan, ...kept } = complaint
      return { ...clocksAt(kept, event.at, ['approve'], ['propose']), status: 'in_progress' }
    }
    case 'replied':
      return replied(complaint, event)
    case 'followUpDrawn':
      return { ...clocksAt(without(complaint, 'close'), event.at, [], ['followUp']), status: 'follow_up' }
    case 'followedUp':
      return followedUp(complaint, event)
    case 'closed': {
      const { type: _type, ...closing } = event
      const codes = complaint.clocks.map((run) => run.code)
      return { ...clocksAt(complaint, event.at, codes, []), status: 'closed', closing }
    }
    case 'reportedUp':
      return clocksAt(complaint, event.reportAt, ['reportUp'], [])
    case 'relevelled':
      return relevelled(complaint, event)
    case 'escalated':
      return { ...complaint, escalation: escalationOf(event) }
    case 'seen':
      return mapClock(complaint, event.clock, (run) => ({ ...run, silentUntil: event.silentUntil }))
    case 'reminded':
      return mapClock(complaint, event.clock, (run) => called(run, event.at, event.to, event.mark))
    case 'rungReached':
      return mapClock(complaint, event.clock, (run) => climbed(run, event))
    case 'calledAgain':
      return mapClock(complaint, event.clock, (run) => called(run, event.at, event.to))
    case 'channelWanted':
    case 'channelLost':
      return { ...complaint, channel: {} }
    case 'memberAdded':
      return { ...complaint, members: [...complaint.members, { person: event.person, why: event.why }] }
    case 'channelOpened':
      return { ...complaint, channel: { id: event.channel, name: event.name } }
    case 'inviteRefused': {
      const members = complaint.members.filter(({ person }) => person !== event.person)
      return { ...complaint, members, refusedInvites: [...complaint.refusedInvites, event.person] }
    }
    case 'archiveWanted':
      return { ...complaint, archiveWanted: true }
    case 'channelArchived':
      return { ...complaint, channel: { ...complaint.channel, archived: true } }
    case 'emergencyFormed': {
      const { emergencyLeader: _leader, ...kept } = complaint
      const { emergency, leader, members } = event
      return {
        ...kept,
        emergency,
        emergencyMembers: members,
        ...(leader !== undefined && { emergencyLeader: leader }),
      }
    }
    case 'emergencyInstructed':
    case 'stoodDown':
      return clocksAt(complaint, event.at, ['group'], [])
  }
}

function triaged(complaint: Complaint, event: EventOf<'triaged'>): Complaint {
  const { type: _type, at, by, notBefore: _notBefore, ...said } = event
  const next = clocksAt(
    atLevel(complaint, event),
    at,
    ['triage'],
    ['dispatch', 'reportUp', ...groupOnce(complaint)],
  )
  return { ...next, ...said, status: 'triaged', levelSet: true, triagedBy: by, owner: by }
}

function dispatched(complaint: Complaint, event: EventOf<'dispatched'>): Complaint {
  const { type: _type, at, by, handler, ...said } = event
  const worksOnIt = complaint.status === 'in_progress' && complaint.handler === handler
  if (worksOnIt) return { ...complaint, ...said, dispatchedBy: by }
  const next = clocksAt(complaint, at, ['dispatch', 'take'], ['take'])
  return { ...next, ...said, status: 'dispatched', offeredTo: handler, dispatchedBy: by }
}

function taken(complaint: Complaint, event: EventOf<'taken'>): Complaint {
  const { offeredTo: _offeredTo, ...kept } = complaint
  const next = complaint.findings
    ? clocksAt(kept, event.at, ['take'], [])
    : clocksAt(kept, event.at, ['take', 'investigate'], ['investigate'])
  return { ...next, status: 'in_progress', handler: event.by, owner: event.by }
}

function contacted(complaint: Complaint, event: EventOf<'contacted'>): Complaint {
  const { type: _type, at: _at, contactAt, ...said } = event
  const next = clocksAt(complaint, contactAt, ['contact'], [])
  return { ...next, contacts: [...complaint.contacts, { ...said, at: contactAt }] }
}

/** An anonymous complaint has nobody to reply to: approval leads straight to closing (`DOMAIN.md` 9.3). */
function approved(complaint: Complaint, event: EventOf<'approved'>): Complaint {
  const { type: _type, ...approval } = event
  if (!complaint.anonymous) {
    return { ...clocksAt(complaint, event.at, ['approve'], ['reply']), status: 'replying', approval }
  }
  const stopped = clocksAt(complaint, event.at, ['approve', 'overall', 'statutory'], [])
  return { ...closable(stopped, event.at), approval }
}

/** What the reply ends, it ends when the customer was told, not when that was recorded. */
function replied(complaint: Complaint, event: EventOf<'replied'>): Complaint {
  const { type: _type, at, replyAt, ...said } = event
  const told = clocksAt(clocksAt(complaint, at, ['reply'], []), replyAt, ['overall', 'statutory'], [])
  return { ...closable(told, at), reply: { ...said, at: replyAt } }
}

function followedUp(complaint: Complaint, event: EventOf<'followedUp'>): Complaint {
  const { type: _type, callAt, ...said } = event
  const followUp = { ...said, at: callAt }
  const stopped = clocksAt(complaint, event.at, ['followUp'], [])
  if (event.content) return { ...closable(stopped, event.at), followUp }
  const { findings: _findings, plan: _plan, approval: _approval, reply: _reply, ...kept } = stopped
  const clocks = kept.clocks.map((run) => (spansCase(run.code) ? resumed(run, event.at) : run))
  const again = clocksAt({ ...kept, clocks }, event.at, [], ['investigate'])
  return { ...again, status: 'in_progress', followUp }
}

function relevelled(complaint: Complaint, event: EventOf<'relevelled'>): Complaint {
  const { level, levelReasons } = event
  const next = clocksAt(atLevel(complaint, event), event.at, [], level === 'L1' ? groupOnce(complaint) : [])
  return { ...next, level, levelSet: true, levelReasons }
}

/** Another level counts from the same start; what would have been called before it was set is not called any more. */
function atLevel(
  complaint: Complaint,
  { level, at, notBefore }: EventOf<'triaged' | 'relevelled'>,
): Complaint {
  if (level === complaint.level) return complaint
  const clocks = complaint.clocks.map((run) =>
    run.stoppedAt ? run : { ...run, knownSince: at, ...(notBefore && { notBefore }) },
  )
  return { ...complaint, clocks }
}

/** A complaint forms one emergency group, however often its level changes. */
function groupOnce({ clocks }: Complaint): ClockCode[] {
  return clocks.some(({ code }) => code === 'group') ? [] : ['group']
}

function escalationOf(event: EventOf<'escalated'>): NonNullable<Complaint['escalation']> {
  return { at: event.at, rung: event.rung, reason: event.reason, ...(event.by && { by: event.by }) }
}

function closable(complaint: Complaint, at: Iso): Complaint {
  return { ...clocksAt(complaint, at, [], ['close']), status: 'replied' }
}

function spansCase(code: ClockCode): boolean {
  return code === 'overall' || code === 'statutory'
}

/** Its due stays; what passed while the customer was thought content is nobody's to call. */
function resumed(run: ClockRun, at: Iso): ClockRun {
  const { stoppedAt: _stoppedAt, ...running } = run
  return { ...running, knownSince: at }
}

function started(code: ClockCode, startedAt: Iso): ClockRun {
  return { code, startedAt, served: [], called: [] }
}

/**
 * Stops the running clocks of these codes at an instant and starts others; one that runs already goes on as it is, and a
 * stopped run stays for the reports.
 */
function clocksAt<Case extends { readonly clocks: readonly ClockRun[] }>(
  complaint: Case,
  at: Iso,
  stop: readonly ClockCode[],
  start: readonly ClockCode[],
): Case {
  const stopped = complaint.clocks.map((run) =>
    !run.stoppedAt && stop.includes(run.code) ? { ...run, stoppedAt: at } : run,
  )
  const fresh = start.filter((code) => !stopped.some((run) => run.code === code && !run.stoppedAt))
  return { ...complaint, clocks: [...stopped, ...fresh.map((code) => started(code, at))] }
}

function without(complaint: Complaint, code: ClockCode): Complaint {
  return { ...complaint, clocks: complaint.clocks.filter((run) => run.code !== code || run.stoppedAt) }
}

function mapClock(complaint: Complaint, code: ClockCode, change: (run: ClockRun) => ClockRun): Complaint {
  return {
    ...complaint,
    clocks: complaint.clocks.map((run) => (run.code === code && !run.stoppedAt ? change(run) : run)),
  }
}

function called(run: ClockRun, at: Iso, to: readonly string[], mark?: string): ClockRun {
  const everybody = [...run.called, ...to.filter((person) => !run.called.includes(person))]
  return { ...run, calledAt: at, called: everybody, served: mark ? [...run.served, mark] : run.served }
}

function climbed(run: ClockRun, event: EventOf<'rungReached'>): ClockRun {
  const next = called(run, event.at, event.to, `k${event.rung}`)
  return event.to.length === 0 ? { ...next, gapAt: event.rung } : next
}
