// SPDX-License-Identifier: EUPL-1.2
// Fields and their paths as the reader knows them.

export type Step = string | number
type Label = (prefix: string, value: string) => string

export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** 'milestones[2].title.en' as its steps; names in camelCase whichever way the server wrote them. */
export function stepsOf(path: string): Step[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    index === undefined ? camelCase(name!) : Number(index),
  )
}

export function pathOf(steps: Step[]): string {
  return steps.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : path ? `${path}.${step}` : step),
    '',
  )
}

/** What a name is called within `parent`, else what it is called everywhere: one name may mean two things. */
export function wordWithin(label: Label, prefix: string, parent: string | undefined, name: string): string {
  const key = `${parent}.${name}`
  const own = parent === undefined ? key : label(prefix, key)
  const isThere = own !== key && own !== key.replaceAll('_', ' ') // a label without words is its key again
  return isThere ? own : label(prefix, name)
}

/** The name of the field that the last step is a part of. */
export function parentOf(steps: Step[]): string | undefined {
  return steps.slice(0, -1).findLast((step) => typeof step === 'string')
}

/** 'milestones[2].title.en' as 'Mijlpalen 3 › Titel › Engels'. */
export function describePath(path: string, label: Label): string {
  const words: string[] = []
  const steps = stepsOf(path)
  steps.forEach((step, index) => {
    if (typeof step === 'number') words.push(`${words.pop() ?? ''} ${step + 1}`.trim())
    else if (words.length > 0 && /^[a-z]{2}$/.test(step) && step !== 'to') words.push(label('edit.language', step))
    else words.push(wordWithin(label, 'edit.fields', parentOf(steps.slice(0, index + 1)), step))
  })
  return words.join(' › ')
}
