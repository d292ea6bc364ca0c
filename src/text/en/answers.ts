/** Answers in the conversation that are no view of a case. */
export const answers = {
  stranger: (people: string) =>
    `Your e-mail address in Slack belongs to nobody in the bank’s organisation, so Redress cannot tell what you may do. Please ask ${people} to add you.`,
  serviceQuality: 'the service quality department',
  tooSlow:
    'That took longer than Slack waits, and the form could not open. Nothing was saved; please press again.',
  several: 'Several branches have a complaint of this number. Which one?',
  noUnitNamed: (named: string) =>
    `No unit is called “${named}”, or several are. Please give more of its name.`,
}

/** Who answers for a unit, or for a complaint. */
export const duty = {
  ofComplaint: (number: string) => `Whom complaint ${number} calls`,
  now: (unit: string) => `Who answers for ${unit} now`,
  at: (unit: string, at: string) => `Who answers for ${unit} at ${at}`,
  noPost: 'You hold no post at that time.',
  nobody: 'nobody',
  outletManager: 'complaint manager of the outlet',
  liaison: 'complaint liaison',
}

/** Units that have named no complaint liaison. */
export const gaps = {
  title: 'Units without a complaint liaison',
  none: 'Every unit has named its complaint liaison.',
  more: (count: number) => `… and ${count} more`,
}
