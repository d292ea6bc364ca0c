import {
  type Emergency,
  type ReportBody,
  type ReportKind,
  type UpwardReport,
  reportBodies,
} from './emergency.ts'

/** When had everybody who is reported to heard a report of this kind, of those recorded after an instant? */
export function coveredAt(
  { reports = [] }: Pick<Emergency, 'reports'>,
  kind: ReportKind,
  since: string = '',
): string | undefined {
  const told = new Set<ReportBody>()
  for (const report of reports.filter((each) => each.kind === kind && each.at > since)) {
    for (const body of report.reportedTo) told.add(body)
    if (told.size === reportBodies.length) return report.at
  }
  return undefined
}

/** Who has not heard a report of this kind yet, of those recorded after an instant? */
export function notToldYet(
  { reports = [] }: Pick<Emergency, 'reports'>,
  kind: ReportKind,
  since: string = '',
): ReportBody[] {
  const told = reports
    .filter((each) => each.kind === kind && each.at > since)
    .flatMap(({ reportedTo }) => reportedTo)
  return reportBodies.filter((body) => !told.includes(body))
}

/** From when does the day run after which the next daily report is due? Undefined before the written one and after the final one. */
export function dailySince(emergency: Pick<Emergency, 'reports'>): string | undefined {
  if (coveredAt(emergency, 'final') !== undefined) return undefined
  let since = coveredAt(emergency, 'written')
  for (let next = since; next !== undefined; next = coveredAt(emergency, 'daily', next)) since = next
  return since
}

/** Since when has every complaint's customer had an answer? Undefined while one waits. */
export function allAnsweredAt({ complaints }: Pick<Emergency, 'complaints'>): string | undefined {
  const answers = complaints.map(({ answeredAt }) => answeredAt)
  if (answers.some((answer) => answer === undefined)) return undefined
  return answers
    .filter((answer) => answer !== undefined)
    .toSorted()
    .at(-1)
}

/** The last report of a kind. */
export function lastReport(
  { reports = [] }: Pick<Emergency, 'reports'>,
  kind: ReportKind,
): UpwardReport | undefined {
  return reports.findLast((each) => each.kind === kind)
}
