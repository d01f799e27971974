/** A seeded deployment for one test file: a data folder, the real server and the functions' process upon it. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startFunctions } from '../weapp/functions.mjs'
import { serveWeapp } from '../weapp/site.mjs'
import { root, startServer } from './process.mjs'

const temporary = (name) => mkdtemp(path.join(os.tmpdir(), `shuibang-${name}-`))

/**
 * The server seeds an empty folder with the demonstration data; the functions get a copy of what it made, so that the
 * two builds never share a booking.
 * @returns {Promise<{ web: { url: string }, weapp: { url: string, json: Record<string, any> }, functions: Awaited<ReturnType<typeof startFunctions>>, killFunctions: () => Promise<void>, close: () => Promise<void> }>}
 */
export const openWorld = async () => {
  const webData = await temporary('web')
  const weappData = await temporary('weapp')
  const seeding = await startServer(webData)
  await seeding.close()
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
