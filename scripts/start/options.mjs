/** The words behind `npm start --`. */
export const STORES = ['sqlite', 'cloudbase', 'postgres']

export const USAGE = `npm start -- [--store sqlite | cloudbase | postgres]

  --store sqlite     the default: one file in the data folder
  --store cloudbase  the CloudBase engine on this project's emulator of CloudBase; its data in the data folder too
  --store postgres   the database that DATABASE_URL names (postgres://user:password@host:port/database)

DATA_DIR   the data folder (default ./data)
DEMO_TIME  the hour at which the demonstration begins, in Asia/Shanghai: 2026-11-24T09:50; halls give numbers on working days alone
PORT       default 8787`

const WHERE = `--store postgres wants DATABASE_URL, e.g.

  docker run --rm -p 5432:5432 -e POSTGRES_PASSWORD=secret postgres:18
  DATABASE_URL=postgres://postgres:secret@127.0.0.1:5432/postgres npm start -- --store postgres`

/** @returns {{ store: string | undefined } | { help: true }} `undefined`: what the environment says, else SQLite @throws {Error} on what is not understood */
export const readOptions = (words) => {
  const rest = words.flatMap((word) =>
    word.startsWith('--store=') ? ['--store', word.slice('--store='.length)] : [word],
  )
  let store
  while (rest.length > 0) {
    const word = rest.shift()
    if (word === '--help' || word === '-h') return { help: true }
    if (word !== '--store') throw new Error(`npm start does not know ${word}\n\n${USAGE}`)
    store = rest.shift() ?? ''
    if (!STORES.includes(store))
      throw new Error(
        `--store takes ${STORES.join(', ')}; not ${store === '' ? 'nothing' : store}\n\n${USAGE}`,
      )
  }
  if (store === 'postgres' && !process.env.DATABASE_URL) throw new Error(WHERE)
  return { store }
}
