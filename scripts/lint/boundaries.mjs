/** Dependencies point one way; architecture.md says which, each refusal here names it. */
import { targetOf, zoneOf } from './zones.mjs'

/** Packages that pure files and screens must not carry, as code, are simply all of them for pure files. */
const SCREENS_NEVER = /^(zod|node:|libsql|@chainsafe\/|jose|croner|swagger-ui-dist|@orpc\/(?!client))/

/** Packages of plain JavaScript that one pure file may stand upon, named with it; whoever needs it loads that file. */
const CARRIED = { 'functions/lottery/rules/draw/curves.ts': /^@noble\/curves\// }

const ofPure = (from, to, source) => {
  if (!to && CARRIED[from.file]?.test(source)) return undefined
  if (!to) return `a pure file imports no package (${source}): it runs inside WeChat`
  if (!to.pure) return 'a pure file imports only core/pure, rules and data'
  return to.feature === 'core' || to.feature === from.feature
    ? undefined
    : 'rules of one function do not reach into another'
}

const TELEMETRY = /^@opentelemetry\//

const ofPackage = (source) => {
  if (TELEMETRY.test(source)) return "functions tell core/io/telemetry; OpenTelemetry is the server's alone"
  return source === 'zod' ? 'functions use zod/mini: 50 kB and 8 ms of a cold start less' : undefined
}

/** What lists every function: for servers, tools and tests. */
const REGISTRY = /^functions\/(registry|deployment)(\.ts)?$|^functions\/[^/]+\/manifest(\.ts)?$/

const ofFunctions = (from, to, source, typeOnly) => {
  if (!to) return ofPackage(source)
  if (REGISTRY.test(to.file) && !REGISTRY.test(from.file) && to.feature !== 'core')
    return 'a deployed function never imports the registry: it carries its own code'
  if (to.part !== 'functions') return `functions do not import ${to.part}`
  if (to.feature === undefined || to.feature === 'core' || to.feature === from.feature) return undefined
  if (from.feature === 'core') return 'core knows no function'
  if (from.feature === undefined) return undefined
  if (to.room === 'public') return undefined
  // What is deployed opens the store for all that its code reads: by what is behind the door alone, all of that would be loaded with it.
  if (from.room === 'index' && to.room === 'collections') return undefined
  if (to.room === 'contract')
    return typeOnly ? undefined : "another function's contract may be imported as types only"
  return 'one function meets another through its public.ts, or through events'
}

const ofScreens = (_from, to, source, typeOnly) => {
  if (!to) return SCREENS_NEVER.test(source) && !typeOnly ? `screens do not carry ${source}` : undefined
  if (to.part === 'src' || to.pure) return undefined
  if (to.part !== 'functions') return `screens do not import ${to.part}`
  if (to.room === 'contract')
    return typeOnly
      ? undefined
      : 'contracts may be imported by screens as types only: zod stays out of WeChat'
  return 'screens import contracts as types, and rules, data and core/pure as code'
}

const ofPlatform = (from, to, source) => {
  if (!to)
    return TELEMETRY.test(source) && !from.file.startsWith('platform/server/telemetry/')
      ? 'only platform/server/telemetry, loaded when asked for, imports OpenTelemetry'
      : undefined
  if (to.part === 'src' || to.part === 'test') return `the platform does not import ${to.part}`
  const demo = to.file.startsWith('platform/demo')
  return demo && from.file !== 'platform/main.ts' && !from.file.startsWith('platform/demo/')
    ? 'only platform/main.ts imports platform/demo'
    : undefined
}

const ofTools = (from, to) => {
  if (!to) return undefined
  if (from.file === 'bench/ceiling.ts') return 'the ceiling imports nothing of ours'
  return to.file.startsWith('platform/demo') ? 'only platform/main.ts imports platform/demo' : undefined
}

const judges = {
  functions: ofFunctions,
  src: ofScreens,
  platform: ofPlatform,
  bench: ofTools,
  scripts: ofTools,
}

/**
 * Why `from` may not import `source`, or undefined.
 * @param {{ from: string, source: string, typeOnly: boolean }} edge
 */
export const refusalOf = ({ from, source, typeOnly }) => {
  const zone = zoneOf(from)
  const target = targetOf(from, source)
  const to = target === undefined ? undefined : zoneOf(target)
  if (zone.pure) return ofPure(zone, to, source)
  return judges[zone.part]?.(zone, to, source, typeOnly)
}
