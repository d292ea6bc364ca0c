import type { EmergencyRules } from '../policy/emergency-rules.ts'
import type { Joining } from './command.ts'
import type { ClusterKind } from './emergency.ts'

/** A complaint as the search for clusters sees it: what it is about, and its scrubbed words. */
export interface LikeComplaint extends Joining {
  readonly product?: string
  readonly story: string
}

/** Complaints about one thing, the oldest first; none is in two clusters. */
export interface Cluster {
  readonly kind: ClusterKind
  /** The product's name, the outlet's id, or the number of the first complaint of a script. */
  readonly about: string
  readonly complaints: readonly LikeComplaint[]
}

/**
 * Which of these complaints, all received within the window, may be one emergency? Those with the same wording first, for a
 * script is the clearest sign; then the same product; then the same outlet.
 */
export function clustersIn(
  complaints: readonly LikeComplaint[],
  rules: EmergencyRules['cluster'],
): Cluster[] {
  const found: Cluster[] = []
  const left = () => {
    const taken = new Set(found.flatMap((each) => each.complaints.map(({ complaint }) => complaint)))
    return complaints.filter(({ complaint }) => !taken.has(complaint))
  }
  for (const group of scriptsIn(left(), rules)) found.push(group)
  const products = groupsOf(left(), ({ product }) => product && normalised(product))
  for (const group of products)
    if (group.length >= rules.product)
      found.push({ kind: 'product', about: group[0]?.product ?? '', complaints: group })
  for (const group of groupsOf(left(), ({ outlet }) => outlet))
    if (group.length >= rules.outlet)
      found.push({ kind: 'outlet', about: group[0]?.outlet ?? '', complaints: group })
  return found
}

/** How alike are two texts, in percent of their pairs of letters, whatever their spaces, signs and capitals? */
export function likeness(one: string, other: string): number {
  return likenessOf(pairsOf(one), pairsOf(other))
}

function scriptsIn(complaints: readonly LikeComplaint[], rules: EmergencyRules['cluster']): Cluster[] {
  const pairs = new Map(complaints.map((each) => [each.complaint, pairsOf(each.story)]))
  const found: Cluster[] = []
  const taken = new Set<string>()
  for (const seed of complaints) {
    const words = pairs.get(seed.complaint) ?? new Set()
    const group = complaints.filter(
      ({ complaint }) =>
        !taken.has(complaint) && likenessOf(words, pairs.get(complaint) ?? new Set()) >= rules.likeness,
    )
    if (taken.has(seed.complaint) || group.length < rules.script) continue
    for (const { complaint } of group) taken.add(complaint)
    found.push({ kind: 'script', about: group[0]?.number ?? seed.number, complaints: group })
  }
  return found
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  return (200 * one.intersection(other).size) / (one.size + other.size)
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = Array.from(normalised(text))
  return new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`))
}

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function groupsOf(
  complaints: readonly LikeComplaint[],
  keyOf: (complaint: LikeComplaint) => string | undefined,
): LikeComplaint[][] {
  const groups = new Map<string, LikeComplaint[]>()
  for (const each of complaints) {
    const key = keyOf(each)
    if (key) groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}
