/**
 * What a stored pack is read with where it was stored before these sections and lists existed: a matter opened under it keeps its
 * version for years. The values are those of `bank.yaml` when each section came, as stored.
 */
const sections: Readonly<Record<string, unknown>> = {
  improvement: {
    pace: 'L3',
    rungZero: ['unitHead', 'sqOfficer'],
    repeatEvery: { workingDays: 1 },
    checkAfter: { calendarDays: 90 },
    reopensAt: 1,
    redoWithin: { workingDays: 20 },
  },
  review: {
    everyMonths: 1,
    meetsAt: '14:00',
    specialWithin: { workingDays: 10 },
    packBefore: { workingDays: 2 },
    quorumOver: 50,
    minutesWithin: { workingDays: 3 },
    objectWithin: { workingDays: 5 },
    answerWithin: { workingDays: 5 },
    askEvery: { workingDays: 1 },
    levels: ['L1', 'L2'],
    fromRung: 4,
    samplePercent: 10,
  },
  special: {
    referralAnswer: { calendarDays: 15 },
    higherReview: { askWithin: { calendarDays: 30 }, decideWithin: { calendarDays: 30 } },
    representatives: 5,
    leakReport: { elapsedSeconds: 259_200 },
    careReview: { calendarDays: 30 },
  },
}

const lists: Readonly<Record<string, unknown>> = {
  degree: [
    { code: 'none', zh: '无', en: 'None' },
    { code: 'minor', zh: '轻微', en: 'Minor' },
    { code: 'general', zh: '一般', en: 'General' },
    { code: 'serious', zh: '严重', en: 'Serious' },
  ],
  penalty: [
    { code: 'talk', zh: '约谈', en: 'Talk' },
    { code: 'criticism', zh: '通报批评', en: 'Criticism in a bulletin' },
    { code: 'deduction', zh: '扣减绩效', en: 'Deduction from performance pay' },
    { code: 'rating', zh: '影响单位评级', en: 'Lower rating of the unit' },
    { code: 'discipline', zh: '移交纪律处理', en: 'Referred for disciplinary action' },
    { code: 'other', zh: '其他', en: 'Other' },
  ],
}

/** A stored pack of any version, with the sections and lists that came after it was stored. Anything else is given back as it is. */
export function withLaterSections(document: unknown): unknown {
  if (!isRecord(document)) return document
  const own = isRecord(document['lists']) ? document['lists'] : {}
  return { ...sections, ...document, lists: { ...lists, ...own } }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
