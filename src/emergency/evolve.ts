import type { Emergency, PlanBallot, Served, Task } from './emergency.ts'
import type { EmergencyEvent, EmergencyEventOf } from './event.ts'

/** The emergency after one more event. */
export function evolve(emergency: Emergency | undefined, event: EmergencyEvent): Emergency {
  if (event.type === 'formed' || event.type === 'clusterProposed') return begin(event)
  if (!emergency)
    throw new Error(`The journal begins with "${event.type}" and not with "formed"; it cannot be folded.`)
  return apply(emergency, event)
}

function begin(event: EmergencyEventOf<'formed' | 'clusterProposed'>): Emergency {
  const nothingYet = { situations: [], channel: {}, archiveWanted: false, refusedInvites: [] }
  if (event.type === 'formed') {
    const { type: _type, at, complaint, ...said } = event
    return { ...said, ...nothingYet, status: 'forming', formedAt: at, complaints: [complaint] }
  }
  const { type: _type, at, kind, about, ...said } = event
  const nobody = { reasons: [], roles: {}, members: [] }
  return { ...said, ...nobody, ...nothingYet, status: 'proposed', formedAt: at, cluster: { kind, about } }
}

type Later = Exclude<EmergencyEvent, { type: 'formed' | 'clusterProposed' }>

function apply(emergency: Emergency, event: Later): Emergency {
  switch (event.type) {
    case 'clusterAccepted': {
      const { roles, members, reason, at } = event
      return { ...emergency, status: 'forming', formedAt: at, reasons: [reason], roles, members }
    }
    case 'clusterDismissed':
      return {
        ...emergency,
        status: 'dismissed',
        dismissed: { by: event.by, at: event.at, reason: event.reason },
      }
    case 'instructed': {
      const { type: _type, at: _at, by, givenAt, ...said } = event
      return { ...emergency, status: 'active', instruction: { ...said, at: givenAt, recordedBy: by } }
    }
    case 'groupConfirmed':
      return {
        ...without(
          { ...emergency, members: joinedTo(emergency, event.joined) },
          event.struck.map(({ person }) => person),
        ),
        confirmed: { by: event.by, at: event.at },
      }
    case 'appointed':
      return {
        ...emergency,
        roles: { ...emergency.roles, ...event.roles },
        members: joinedTo(emergency, event.joined),
      }
    case 'situationReported': {
      const { type: _type, ...situation } = event
      const { askedAt: _askedAt, ...kept } = emergency
      return { ...kept, situations: [...emergency.situations, situation] }
    }
    case 'updateWanted':
      return { ...emergency, askedAt: event.at }
    case 'reportedUpward':
      return { ...emergency, reports: [...(emergency.reports ?? []), reportOf(event)] }
    case 'taskAssigned':
      return { ...emergency, tasks: [...(emergency.tasks ?? []), taskOf(event)] }
    case 'taskFinished':
      return onTask(emergency, event.task, (task) => {
        return { ...task, done: { by: event.by, at: event.at, result: event.result } }
      })
    case 'taskTaken':
      return onTask(emergency, event.task, (task) => ({ ...task, owner: event.by, since: event.at }))
    case 'taskHandedOver':
      return onTask(emergency, event.task, (task) => {
        return { ...task, owner: event.owner, since: event.at, handedOver: true }
      })
    case 'decisionRecorded': {
      const { type: _type, ...decision } = event
      return { ...emergency, decisions: [...(emergency.decisions ?? []), decision] }
    }
    case 'contactLogged': {
      const { type: _type, ...contact } = event
      return { ...emergency, contacts: [...(emergency.contacts ?? []), contact] }
    }
    case 'messageKept': {
      const { type: _type, ...message } = event
      return { ...emergency, kept: [...(emergency.kept ?? []), message] }
    }
    case 'complaintJoined':
      return joined(emergency, event)
    case 'answerNoted':
      return answered(emergency, event)
    case 'ballotOpened':
      return { ...emergency, ballots: [...(emergency.ballots ?? []), ballotOf(event)] }
    case 'voted': {
      const { type: _type, ballot: no, ...vote } = event
      return onBallot(emergency, no, (ballot) => ({ ...ballot, votes: [...ballot.votes, vote] }))
    }
    case 'ballotClosed':
      return onBallot(emergency, event.ballot, (ballot) => {
        return { ...ballot, outcome: event.outcome, closedAt: event.at }
      })
    case 'reminded':
    case 'rungReached':
    case 'calledAgain':
      return called(emergency, event)
    case 'stoodDown': {
      const { type: _type, ...stoodDown } = event
      return { ...emergency, status: 'stood_down', stoodDown }
    }
    case 'closingReported': {
      const { type: _type, ...closing } = event
      return { ...emergency, status: 'closed', closing }
    }
    case 'channelOpened':
      return { ...emergency, channel: { id: event.channel, name: event.name } }
    case 'channelLost':
      return { ...emergency, channel: {} }
    case 'inviteRefused':
      return replaced(emergency, event)
    case 'archiveWanted':
      return { ...emergency, archiveWanted: true }
    case 'channelArchived':
      return { ...emergency, channel: { ...emergency.channel, archived: true } }
  }
}

function joinedTo({ members }: Emergency, people: readonly string[]): string[] {
  return [...new Set([...members, ...people])]
}

/** The group without these people; a part that one of them had stands empty. */
function without(emergency: Emergency, people: readonly string[]): Emergency {
  const roles: Emergency['roles'] = Object.fromEntries(
    Object.entries(emergency.roles).filter(([, holder]) => !people.includes(holder)),
  )
  return { ...emergency, roles, members: emergency.members.filter((member) => !people.includes(member)) }
}

function reportOf({ type: _type, ...said }: EmergencyEventOf<'reportedUpward'>) {
  const { kind, by, at, reportedTo, reportedAt, file } = said
  const gist = said.summary ?? said.facts ?? said.rootCause ?? ''
  return { kind, by, at, reportedTo, reportedAt, gist, ...(file !== undefined && { file }) }
}

function taskOf({ task: no, at, by, work, owner, due }: EmergencyEventOf<'taskAssigned'>): Task {
  return { no, work, owner, by, since: at, due }
}

function onTask(emergency: Emergency, no: number, change: (task: Task) => Task): Emergency {
  const tasks = (emergency.tasks ?? []).map((task) => (task.no === no ? change(task) : task))
  return { ...emergency, tasks }
}

function ballotOf({ ballot: no, by, at, plan, electors }: EmergencyEventOf<'ballotOpened'>): PlanBallot {
  return { no, by, at, plan, electors, votes: [] }
}

function onBallot(emergency: Emergency, no: number, change: (ballot: PlanBallot) => PlanBallot): Emergency {
  const ballots = (emergency.ballots ?? []).map((ballot) => (ballot.no === no ? change(ballot) : ballot))
  return { ...emergency, ballots }
}

function joined(emergency: Emergency, event: EmergencyEventOf<'complaintJoined'>): Emergency {
  const { complaint, left } = event
  const respondents = [...new Set([...emergency.respondents, ...(complaint.respondents ?? [])])]
  const complaints = [...emergency.complaints, complaint]
  return {
    ...without({ ...emergency, members: joinedTo(emergency, event.joined) }, left),
    respondents,
    complaints,
  }
}

function answered(emergency: Emergency, event: EmergencyEventOf<'answerNoted'>): Emergency {
  const complaints = emergency.complaints.map((each) => {
    if (each.id !== event.complaint) return each
    const { answeredAt: _before, ...open } = each
    return event.answered ? { ...open, answeredAt: event.at } : open
  })
  const number = complaints.find(({ id }) => id === event.complaint)?.number ?? ''
  const { at, by, text } = event
  if (text === undefined) return { ...emergency, complaints }
  const answer = { at, number, text, ...(by !== undefined && { by }) }
  return { ...emergency, complaints, answers: [...(emergency.answers ?? []), answer] }
}

function called(
  emergency: Emergency,
  event: EmergencyEventOf<'reminded' | 'rungReached' | 'calledAgain'>,
): Emergency {
  const before = emergency.served?.[event.key] ?? { marks: [] }
  return { ...emergency, served: { ...emergency.served, [event.key]: servedAfter(before, event) } }
}

function servedAfter(
  { marks, calledAt, gapAt }: Served,
  event: EmergencyEventOf<'reminded' | 'rungReached' | 'calledAgain'>,
): Served {
  switch (event.type) {
    case 'reminded':
      return { marks: [...marks, event.mark], ...(calledAt !== undefined && { calledAt }) }
    case 'rungReached': {
      const isGap = event.to.length === 0
      return { marks: [...marks, `k${event.rung}`], calledAt: event.at, ...(isGap && { gapAt: event.rung }) }
    }
    case 'calledAgain':
      return { marks, calledAt: event.at, ...(gapAt !== undefined && { gapAt }) }
  }
}

/** The substitute sits in the seat of whom Slack would not let in, with their part; without one the seat is empty. */
function replaced(
  emergency: Emergency,
  { person, substitute }: EmergencyEventOf<'inviteRefused'>,
): Emergency {
  const kept = emergency.members.filter((member) => member !== person)
  const members = substitute === undefined || kept.includes(substitute) ? kept : [...kept, substitute]
  const roles: Emergency['roles'] = Object.fromEntries(
    Object.entries(emergency.roles)
      .map(([role, holder]) => [role, holder === person ? substitute : holder] as const)
      .filter(([, holder]) => holder !== undefined),
  )
  return { ...emergency, members, roles, refusedInvites: [...emergency.refusedInvites, person] }
}
