/** The browser and the seeded deployment of one test file. */
import { after, before } from 'node:test'
import { launch } from '../harness/browser/launch.mjs'
import { openWorld } from '../harness/browser/world.mjs'

/** @returns {() => { browser: import('playwright-core').Browser, world: Awaited<ReturnType<typeof openWorld>> }} */
export const usePlace = () => {
  const place = {}
  before(async () => {
    // One after the other: what is open when the other fails is closed, and the failure is told.
    place.browser = await launch()
    place.world = await openWorld()
  })
  after(async () => {
    await place.browser?.close()
    await place.world?.close()
  })
  return () => place
}
export const KINDS = ['weapp', 'web']
