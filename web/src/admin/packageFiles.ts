// SPDX-License-Identifier: EUPL-1.2
// The chosen files of a city package, with the names that the package gives them.

const known = /\.(ya?ml|csv|geojson|md|txt)$/i

/** The path below the folder that was chosen; loose statistics files go back to their folder. */
export function packageName(name: string, path: string): string {
  const below = path.split('/').slice(1).join('/')
  if (below) return below
  return name.toLowerCase().endsWith('.csv') ? `statistics/${name}` : name
}

export async function readPackage(files: Iterable<File>): Promise<{ name: string; text: string }[]> {
  const wanted = [...files].filter(({ name }) => known.test(name) && !name.startsWith('.'))
  return Promise.all(
    wanted.map(async (file) => ({ name: packageName(file.name, file.webkitRelativePath), text: await file.text() })),
  )
}
