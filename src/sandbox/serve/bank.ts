import { createOrganisation } from '../../organisation/create.ts'
import type { Organisation, Person } from '../../organisation/organisation.ts'
import { postsOf } from '../../organisation/posts-of.ts'
import type { Stage } from '../stage.ts'
import { complaintCompletions } from './completions.ts'
import type { Playing } from './playing.ts'
import { postsTold } from './posts-told.ts'
import { type ManifestFeatures, readManifest } from './slack-manifest.ts'
import type { BankTold, CommandTold, PersonTold, ShortcutTold } from './told.ts'

/** The bank also has rules, and a clock by which posts are held. */
export interface PlayedBank extends Playing {
  readonly stage: Pick<Stage, 'slack' | 'inForce' | 'now'>
}

/** Who is in this bank, in the order of its units, and what can be typed and chosen in its Slack. */
export async function bankTold({ stage, organisation: document }: PlayedBank): Promise<BankTold> {
  const organisation = createOrganisation(document)
  const [manifest, rulebook] = await Promise.all([readManifest(), stage.inForce.rulebook()])
  const { zh, en } = organisation.headOffice.name
  return {
    people: peopleTold(organisation, stage),
    organisation: { zh, en },
    policyVersion: rulebook.pack.version,
    commands: manifest.slash_commands.map(commandTold),
    shortcuts: manifest.shortcuts.map(shortcutTold),
  }
}

function peopleTold(organisation: Organisation, { slack, now }: PlayedBank['stage']): readonly PersonTold[] {
  const at = now()
  const order = [...organisation.units.keys()]
  const rankOf = ({ id }: Person) => order.indexOf(unitOf(organisation, id, at).id)
  return organisation.document.people
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map(({ id, name }) => ({
      id,
      userId: slack.userIdOf(id),
      name: { zh: name.zh, en: name.en },
      reads: slack.readerFor(id).locale.startsWith('zh') ? 'zh-CN' : 'en',
      posts: postsTold(organisation, id, at),
      unit: unitOf(organisation, id, at).name,
    }))
}

/** The unit of their first post; head office for somebody who holds none now. */
function unitOf(organisation: Organisation, person: string, at: Temporal.Instant) {
  const [first] = postsOf(organisation, person, at)
  return (first && organisation.units.get(first.unit)) ?? organisation.headOffice
}

function commandTold(declared: ManifestFeatures['slash_commands'][number]): CommandTold {
  const { command, usage_hint: hint, description } = declared
  return { command, hint, description, completions: command === '/complaint' ? complaintCompletions() : [] }
}

function shortcutTold({
  callback_id: callbackId,
  type: kind,
  name,
}: ManifestFeatures['shortcuts'][number]): ShortcutTold {
  return { callbackId, kind, name }
}
