import type { Outcome } from '../../matter/outcome.ts'
import { sqHeadOf, sqOfficersOf } from '../../organisation/service-quality.ts'
import { type FoundComplaint, type Wanted, findComplaints } from '../../store/find-complaints.ts'
import { findBranchChannel } from '../../store/slack-message.ts'
import { splitByDay, stateOf, visibleTo } from '../desk-rows.ts'
import { channelDigestMessage, digestMessage } from '../view/digest.ts'
import type { House } from '../view/house.ts'
import { unitName } from '../view/names.ts'
import { type Sending, type Sent, channelReader } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { inviteInto } from './invite.ts'
import { doneWith } from './done-with.ts'
import { slackCode } from './outcome-of.ts'
import { type OwnChannel, ownChannel } from './own-channel.ts'
import { postOnce } from './post-once.ts'

const rowsAtOnce = 500

/** The morning's list for one person, of what is open for them now. Nothing open, nothing sent. */
export async function digest(
  sending: Sending,
  sent: Sent,
  { to, day }: { to: string; day: string },
): Promise<Outcome> {
  const person = await sending.directory.byPerson(to)
  if (!person) return { kind: 'never', error: `nobody in Slack is ${to}` }
  const view = await viewHouse(sending)
  const rows = visibleTo(to, await openRows(sending, { person: to }), view)
  if (rows.length === 0) return { kind: 'done' }
  const reader = { personId: to, language: person.language, timeZone: person.timeZone }
  const message = digestMessage({ day, ...splitByDay(rows, day, bankZone(view)) }, reader, view)
  return doneWith(await postOnce(sending, sent, { to: { user: person.slackUser }, message, part: 'digest' }))
}

/** The morning's list of a branch in its private service quality channel, which is made where there is none or it is lost. */
export async function channelDigest(
  sending: Sending,
  sent: Sent,
  { branch, day }: { branch: string; day: string },
): Promise<Outcome> {
  const view = await viewHouse(sending)
  const standing = await standingChannel(sending, branch)
  const made = standing === undefined ? await branchChannel(sending, sent, branch, view) : undefined
  const channel = made?.id ?? standing ?? ''
  await bringStaffIn(sending, channel, branch, view)
  const rows = (await openRows(sending, {})).filter(({ state }) => stateOf(state).branch === branch)
  const list = { day, ...splitByDay(rows, day, bankZone(view)) }
  const message = channelDigestMessage(branch, list, channelReader(sending.channelLanguage, view), view)
  const posted = await postOnce(sending, sent, { to: { channel }, message, part: 'digest' })
  return { ...doneWith(posted), ...(made && { branchChannel: { branch, channel, name: made.name } }) }
}

/** The branch's channel of before, while it can be written to: nobody misses the morning's list because a channel is gone. */
async function standingChannel({ db, client }: Sending, branch: string): Promise<string | undefined> {
  const channel = await findBranchChannel(db, branch)
  if (channel === undefined) return undefined
  try {
    const { channel: found } = await client.conversations.info({ channel })
    return found?.is_archived ? undefined : channel
  } catch (error) {
    if (slackCode(error) === 'channel_not_found') return undefined
    throw error
  }
}

function branchChannel(sending: Sending, sent: Sent, branch: string, view: House): Promise<OwnChannel> {
  const name = `service-quality-${branch.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 76)
  return ownChannel(sending, sent, {
    name: (attempt) => (attempt === 1 ? name : `${name}-${attempt}`),
    nameIsUnique: true,
    purpose: unitName(branch, sending.channelLanguage, view),
    marker: `redress:branch/${branch}`,
  })
}

/** Whoever came new to the branch's service quality is in its channel with the next digest. A refusal waits for the next day. */
async function bringStaffIn(
  sending: Sending,
  channel: string,
  branch: string,
  { organisation, now }: House,
): Promise<void> {
  const staff = new Set([...sqOfficersOf(organisation, branch, now), ...sqHeadOf(organisation, branch, now)])
  for (const person of staff) {
    // oxlint-disable-next-line no-await-in-loop -- one method, one rate limit
    const refused = await inviteInto(sending, channel, person)
    if (refused !== undefined)
      sending.log.warn(
        { channel, person, error: refused },
        'somebody could not be invited into a branch channel',
      )
  }
}

async function openRows({ db, now }: Sending, wanted: Wanted): Promise<FoundComplaint[]> {
  const rows: FoundComplaint[] = []
  for (let offset = 0; ; offset += rowsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page = await findComplaints(
      db,
      { ...wanted, open: true },
      { now: now(), offset, limit: rowsAtOnce },
    )
    rows.push(...page)
    if (page.length < rowsAtOnce) return rows
  }
}

function bankZone({ rulebook }: House): string {
  return rulebook.pack.calendar.timeZone
}
