import { isDeepStrictEqual } from 'node:util'
import { objectAt, objectsAt, textAt, type Json } from './json.ts'
import { countProblems, stringProblems, textProblems, unknownFields, type Problem } from './text-limits.ts'

export type OptionRule = { readonly max: number; readonly mrkdwn?: boolean }

const optionFields = ['text', 'value', 'description', 'url']

function optionProblems(option: Json, at: string, rule: OptionRule): readonly Problem[] {
  return [
    ...unknownFields(option, at, optionFields),
    ...textProblems(option, 'text', at, { max: 75, plain: !rule.mrkdwn, required: true }),
    ...textProblems(option, 'description', at, { max: 75, plain: !rule.mrkdwn }),
    ...stringProblems(option, 'value', at, { max: 150, required: true }),
    ...stringProblems(option, 'url', at, { max: 3000 }),
  ]
}

/** Are the options of a menu, and those chosen beforehand, what Slack takes? */
export function optionListProblems(element: Json, at: string, rule: OptionRule): readonly Problem[] {
  if (element['option_groups'] !== undefined) return groupProblems(element, at, rule)
  const options = objectsAt(element, 'options')
  return [
    ...countProblems(element, 'options', at, { min: 1, max: rule.max }),
    ...options.flatMap((option, index) => optionProblems(option, `${at}/options/${index}`, rule)),
    ...repeatedValues(options, `${at}/options`),
    ...initialProblems(element, at, options),
  ]
}

function groupProblems(element: Json, at: string, rule: OptionRule): readonly Problem[] {
  const groups = objectsAt(element, 'option_groups')
  return [
    ...countProblems(element, 'option_groups', at, { min: 1, max: 100 }),
    ...groups.flatMap((group, index) => {
      const place = `${at}/option_groups/${index}`
      return [
        ...textProblems(group, 'label', place, { max: 75, plain: true, required: true }),
        ...countProblems(group, 'options', place, { min: 1, max: rule.max }),
        ...objectsAt(group, 'options').flatMap((option, item) =>
          optionProblems(option, `${place}/options/${item}`, rule),
        ),
      ]
    }),
    ...initialProblems(
      element,
      at,
      groups.flatMap((group) => objectsAt(group, 'options')),
    ),
  ]
}

function repeatedValues(options: readonly Json[], at: string): readonly Problem[] {
  const values = options.map((option) => textAt(option, 'value'))
  const repeated = values.find((value, index) => value !== undefined && values.indexOf(value) !== index)
  return repeated === undefined ? [] : [{ at, problem: `option values must be unique: ${repeated}` }]
}

function initialProblems(element: Json, at: string, options: readonly Json[]): readonly Problem[] {
  const single = objectAt(element, 'initial_option')
  const chosen = [...(single ? [single] : []), ...objectsAt(element, 'initial_options')]
  return chosen
    .filter((option) => !options.some((each) => isDeepStrictEqual(each, option)))
    .map(() => ({ at, problem: 'an initial option must exactly match one of the options' }))
}
