/** Personal values of people who do not exist, made up so that they can be looked for everywhere. The ID number is the sample of GB 11643. */
export const marked = {
  name: '样例甲乙丙',
  phone: '13912345678',
  email: 'marked.person@customer.example',
  idNumber: '11010519491231002X',
  card: '6217001234567890122',
  agentName: '样例丁戊己',
} as const

/** The marked values in a free text, as people type them: spaced, in full-width digits, in the middle of a sentence. */
export const markedText = [
  `客户${marked.name}（代理人${marked.agentName}）来电`,
  '电话 139 1234 5678，又留 １３９１２３４５６７８',
  `证件${marked.idNumber}`,
  '卡号 6217 0012 3456 7890 122',
  `邮箱 ${marked.email}`,
].join('，')

/** Which marked values stand in a text, in any width, with spaces or hyphens between or without? */
export function marksIn(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase()
  const squeezed = folded.replaceAll(/[\s-]/g, '')
  return Object.values(marked).filter((value) => {
    const wanted = value.toLowerCase()
    return folded.includes(wanted) || squeezed.includes(wanted)
  })
}
