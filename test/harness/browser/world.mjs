/** A seeded deployment for one test file: a data folder, the real server and the functions' process upon it. */
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { alone } from '../../../scripts/build/alone.mjs'
import { startFunctions } from '../weapp/functions.mjs'
import { serveWeapp } from '../weapp/site.mjs'
import { root, startServer } from './process.mjs'

const temporary = (name) => mkdtemp(path.join(os.tmpdir(), `shuibang-${name}-`))

/** Starts the server on an empty folder, which it then seeds with the demonstration data, and ends it in order. */
const seed = async (folder) => {
  const seeding = await startServer(folder)
  await seeding.close()
}

/** Fills a folder with what a seeding made: the run's one where `JOURNEYS` names the run's folder, else one of its own. */
const seedInto = async (folder) => {
  const run = process.env.JOURNEYS
  if (!run) return seed(folder)
  const seeded = path.join(run, 'seeded')
  await alone(path.join(run, 'seeding'), async () => {
    if (existsSync(seeded)) return
    const making = await mkdtemp(path.join(run, 'making-'))
    await seed(making)
    await rename(making, seeded)
  })
  await cp(seeded, folder, { recursive: true })
}

/**
 * The server seeds an empty folder with the demonstration data; the functions get a copy of what it made, so that the
 * two builds never share a booking.
 * @returns {Promise<{ web: { url: string }, weapp: { url: string, json: Record<string, any> }, functions: Awaited<ReturnType<typeof startFunctions>>, killFunctions: () => Promise<void>, close: () => Promise<void> }>}
 */
export const openWorld = async () => {
  const webData = await temporary('web')
  const weappData = await temporary('weapp')
  await seedInto(webData)
  await cp(webData, weappData, { recursive: true })
  const [web, running, weapp] = await Promise.all([
    startServer(webData),
    startFunctions(weappData),
    serveWeapp(path.join(root, 'dist/weapp')),
  ])
  const world = { web, weapp, functions: running, close: async () => {}, killFunctions: async () => {} }
  /** Kills the functions as a crash would and starts them on the same folder: what was acknowledged must be there. */
  world.killFunctions = async () => {
    await world.functions.kill()
    world.functions = await startFunctions(weappData)
  }
  world.close = async () => {
    await Promise.all([web.close(), world.functions.close(), weapp.close()])
    await Promise.all([webData, weappData].map((folder) => rm(folder, { recursive: true, force: true })))
  }
  return world
}
