import type { ClockCode } from '../policy/pack.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { ClockRun, Complaint, Extension, Iso, Pause } from './complaint.ts'
import { afterEmergency } from './emergency-link.ts'
import type { Event, EventOf } from './event.ts'
import { evolveSpecial, leakKnown } from './evolve-special.ts'
import { activePause, stops } from './pausing.ts'

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
    ...(said.repeatOf && { repeats: said.repeatOf.count }),
    ...leakKnown({ facts: said.facts }, { receivedAt, at }),
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
      return { ...allStopped(complaint, event.at), status: 'closed', closing }
    }
    case 'withdrawn':
      return withdrawn(complaint, event)
    case 'notAccepted': {
      const { type: kind, ...said } = event
      return { ...allStopped(complaint, event.at), status: 'not_accepted', ending: { kind, ...said } }
    }
    case 'attached':
      return attached(complaint, event)
    case 'reopened':
      return reopened(complaint, event)
    case 'levelRaised':
      return levelRaised(complaint, event)
    case 'merged': {
      const { type: kind, into, ...said } = event
      const over = allStopped(complaint, event.at)
      return { ...over, status: 'merged', mergedInto: into, ending: { kind, ...said } }
    }
    case 'mergedIn': {
      const { from, facts, count, at } = event
      const mergedFrom = [...(complaint.mergedFrom ?? []), from]
      const leak = leakKnown({ ...complaint, facts }, { receivedAt: at, at })
      return { ...complaint, facts, repeats: count, mergedFrom, ...leak }
    }
    case 'childAdded': {
      const child = { ...event.child, representative: event.representative }
      return { ...complaint, children: [...(complaint.children ?? []), child] }
    }
    case 'groupJoined':
      return { ...complaint, parent: { ...event.parent, representative: event.representative } }
    case 'solvedOnSpot':
      return solvedOnSpot(complaint, event)
    case 'referred':
    case 'referralAnswered':
    case 'authoritySpoken':
    case 'leakReported':
    case 'reviewAsked':
    case 'reviewDecided':
    case 'mediationOffered':
    case 'mediationEnded':
    case 'careSet':
    case 'authorised':
    case 'deadlineCalled':
      return evolveSpecial(complaint, event)
    case 'pauseAsked': {
      const { type: _type, ...pauseAsked } = event
      return { ...complaint, pauseAsked }
    }
    case 'pauseRefused': {
      const { pauseAsked: _asked, ...kept } = complaint
      return kept
    }
    case 'paused':
      return paused(complaint, event)
    case 'pauseEnding':
    case 'pauseReviewWanted':
      return mapPause(complaint, (pause) => ({ ...pause, served: [...pause.served, event.mark] }))
    case 'resumed':
      return goesOn(complaint, event.endedAt, event.by)
    case 'extensionAsked': {
      const { type: _type, ...extensionAsked } = event
      return { ...complaint, extensionAsked }
    }
    case 'extensionGranted': {
      const { type: _type, ...granted } = event
      const { extensionAsked } = complaint
      return extensionAsked ? { ...complaint, extensionAsked: { ...extensionAsked, granted } } : complaint
    }
    case 'extensionRefused': {
      const { extensionAsked: _asked, ...kept } = complaint
      return kept
    }
    case 'extended':
      return extended(complaint, event)
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
      return clocksAt(complaint, event.at, ['group'], [])
    case 'stoodDown':
      return afterEmergency(clocksAt(complaint, event.at, ['group'], []), event.emergency)
    case 'emergencyNews':
      return complaint
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
  const { pauseAsked: _pause, extensionAsked: _extension, ...kept } = complaint
  const going = goesOn(kept, event.at, event.by)
  const stopped = clocksAt(going, event.at, ['approve', 'overall', 'statutory'], [])
  return { ...closable(stopped, event.at), approval }
}

/** What the reply ends, it ends when the customer was told, not when that was recorded. */
function replied(complaint: Complaint, event: EventOf<'replied'>): Complaint {
  const { type: _type, at, replyAt, ...said } = event
  const { pauseAsked: _pause, extensionAsked: _extension, ...kept } = complaint
  const going = goesOn(kept, at, said.by)
  const told = clocksAt(clocksAt(going, at, ['reply'], []), replyAt, ['overall', 'statutory'], [])
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

/** What the reply would have ended ends when the customer said so; the steps when that was recorded. */
function withdrawn(complaint: Complaint, event: EventOf<'withdrawn'>): Complaint {
  const { type: kind, ...said } = event
  const told = clocksAt(complaint, event.withdrawnAt, ['overall', 'statutory'], [])
  return { ...allStopped(told, event.at), status: 'withdrawn', ending: { kind, ...said } }
}

/** Nothing goes on: no clock, no pause, nothing that was asked for. */
function allStopped(complaint: Complaint, at: Iso): Complaint {
  const { pauseAsked: _pause, extensionAsked: _extension, ...kept } = complaint
  return clocksAt(
    goesOn(kept, at),
    at,
    complaint.clocks.map((run) => run.code),
    [],
  )
}

function attached(complaint: Complaint, event: EventOf<'attached'>): Complaint {
  const { type: _type, facts, complainant, count, asksFor: _asksFor, ...said } = event
  return {
    ...complaint,
    facts,
    complainant: { ...complainant, ...complaint.complainant },
    repeats: count,
    ...leakKnown({ ...complaint, facts }, { receivedAt: event.receivedAt, at: event.at }),
    additions: [...(complaint.additions ?? []), said],
  }
}

/** Back with its handler. What was found and told belongs to the cycle before; contacts and promises still count. */
function reopened(complaint: Complaint, event: EventOf<'reopened'>): Complaint {
  const { type: _type, ...said } = event
  const {
    findings: _findings,
    plan: _plan,
    approval: _approval,
    followUp: _followUp,
    reply,
    closing,
    channel,
    ...kept
  } = complaint
  if (!closing) throw new Error(`Complaint ${complaint.number} is reopened and was never closed.`)
  const firstReplyAt = complaint.firstReplyAt ?? reply?.at
  return {
    ...kept,
    status: 'in_progress',
    cycle: complaint.cycle + 1,
    clocks: anew(complaint, event),
    reopenings: [...(complaint.reopenings ?? []), { ...said, closing }],
    archiveWanted: false,
    ...(firstReplyAt !== undefined && { firstReplyAt }),
    ...(channel && !channel.archived && { channel }),
  }
}

/** What runs in the new cycle: from when the customer came back, known only since it was recorded; the handler's step from then. */
function anew({ clocks, anonymous }: Complaint, event: EventOf<'reopened'>): ClockRun[] {
  const { at, receivedAt, statutory } = event
  const last = clocks.findLastIndex(({ code }) => code === 'statutory')
  const old = clocks.map((run, place) => (statutory === 'stands' && place === last ? resumed(run, at) : run))
  const fromReceipt: ClockCode[] = [
    ...(anonymous ? [] : (['contact'] as const)),
    'overall',
    ...(statutory === 'restarts' ? (['statutory'] as const) : []),
  ]
  const fresh = fromReceipt.map((code) => ({ ...started(code, receivedAt), knownSince: at }))
  return [...old, ...fresh, started('investigate', at)]
}

/** Contact, reply and closing in one; what ended, ended when the customer was content. */
function solvedOnSpot(complaint: Complaint, event: EventOf<'solvedOnSpot'>): Complaint {
  const { at, by, solvedAt, mode, summary, response, outcome, responsibility, actions } = event
  const { channelCode, business, cause } = event
  const { offeredTo: _offeredTo, ...kept } = complaint
  const solved = clocksAt(kept, solvedAt, ['contact', 'overall', 'statutory'], [])
  return {
    ...allStopped(solved, at),
    status: 'closed',
    levelSet: true,
    caseType: complaint.caseType ?? 'complaint',
    statutoryBasis: complaint.statutoryBasis ?? 'own',
    channelCode,
    business,
    cause,
    contacts: complaint.anonymous
      ? complaint.contacts
      : [...complaint.contacts, { at: solvedAt, by, mode, reached: true }],
    reply: { by, at: solvedAt, mode, summary, remedies: [], response },
    closing: { by, at, closeType: 'fastLane', outcome, responsibility, actions },
  }
}

function paused(complaint: Complaint, event: EventOf<'paused'>): Complaint {
  const { pauseAsked: _asked, ...kept } = complaint
  const { type: _type, at, by, ...said } = event
  const pause: Pause = { ...said, grantedBy: by, from: at, cycle: complaint.cycle, served: [] }
  return { ...kept, pauses: [...(complaint.pauses ?? []), pause] }
}

/** The pause that lasts ends; what its clocks would have called in it is nobody's to call. */
function goesOn(complaint: Complaint, endedAt: Iso, endedBy?: PersonId): Complaint {
  const pause = activePause(complaint)
  if (!pause) return complaint
  const clocks = complaint.clocks.map((run) =>
    run.stoppedAt || !stops(pause, run.code) ? run : { ...run, knownSince: later(endedAt, run.knownSince) },
  )
  return mapPause({ ...complaint, clocks }, (each) => ({
    ...each,
    endedAt,
    ...(endedBy !== undefined && { endedBy }),
  }))
}

function later(one: Iso, other: Iso | undefined): Iso {
  return other === undefined || one > other ? one : other
}

function mapPause(complaint: Complaint, change: (pause: Pause) => Pause): Complaint {
  const { pauses = [] } = complaint
  return {
    ...complaint,
    pauses: pauses.map((pause) => (pause.endedAt === undefined ? change(pause) : pause)),
  }
}

/** The statutory clock and the bank's own overall one get the same days more, and begin to remind anew. */
function extended(complaint: Complaint, event: EventOf<'extended'>): Complaint {
  const { extensionAsked, ...kept } = complaint
  if (!extensionAsked?.granted) return complaint
  const { granted, ...asked } = extensionAsked
  const { toldAt, mode, toldDate } = event
  const extension: Extension = {
    ...asked,
    grantedBy: granted.by,
    grantedAt: granted.at,
    since: event.at,
    ...(toldAt !== undefined && { toldAt, toldBy: event.by }),
    ...(mode !== undefined && { mode }),
    ...(toldDate !== undefined && { toldDate }),
  }
  const clocks = complaint.clocks.map((run) =>
    run.stoppedAt || !spansCase(run.code) ? run : lengthened(run, asked.extraDays, event.at),
  )
  return { ...kept, clocks, extensions: [...(complaint.extensions ?? []), extension] }
}

function lengthened(run: ClockRun, days: number, at: Iso): ClockRun {
  const { calledAt: _calledAt, gapAt: _gapAt, silentUntil: _silentUntil, ...kept } = run
  return { ...kept, extraDays: (run.extraDays ?? 0) + days, knownSince: at, served: [] }
}

/** Whether set or only proposed, it stays that; a level that was set to 1 forms the group. */
function levelRaised(complaint: Complaint, event: EventOf<'levelRaised'>): Complaint {
  const { level, levelReasons } = event
  const forms = level === 'L1' && complaint.levelSet ? groupOnce(complaint) : []
  return { ...clocksAt(atLevel(complaint, event), event.at, [], forms), level, levelReasons }
}

function relevelled(complaint: Complaint, event: EventOf<'relevelled'>): Complaint {
  const { level, levelReasons } = event
  const next = clocksAt(atLevel(complaint, event), event.at, [], level === 'L1' ? groupOnce(complaint) : [])
  return { ...next, level, levelSet: true, levelReasons }
}

/** Another level counts from the same start; what would have been called before it was set is not called any more. */
function atLevel(
  complaint: Complaint,
  { level, at, notBefore }: EventOf<'triaged' | 'relevelled' | 'levelRaised'>,
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
