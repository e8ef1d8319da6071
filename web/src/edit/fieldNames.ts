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

/** 'milestones[2].title.en' as 'Mijlpalen 3 › Titel › Engels'. */
export function describePath(path: string, label: Label): string {
  const words: string[] = []
  for (const step of stepsOf(path)) {
    if (typeof step === 'number') words.push(`${words.pop() ?? ''} ${step + 1}`.trim())
    else words.push(label(words.length > 0 && /^[a-z]{2}$/.test(step) && step !== 'to' ? 'edit.language' : 'edit.fields', step))
  }
  return words.join(' › ')
}
