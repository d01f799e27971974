/** Starts the functions' process on a data folder, with a stand-in for WeChat's servers, and calls it. */
import { fork } from 'node:child_process'
import path from 'node:path'
import { stop } from '../browser/process.mjs'
import { startWechatServer } from './wechat-server.mjs'

/**
 * @param {string} dataDir
 * @returns {Promise<{ call: (name: string, text: string, openid: string) => Promise<string>, runTimer: (name: string, timer: string) => Promise<string>, failures: string[], kill: () => Promise<void>, close: () => Promise<void> }>}
 */
export const startFunctions = async (dataDir) => {
  const wechat = await startWechatServer()
  const env = { ...process.env, ...wechat.environment, DATA_DIR: dataDir }
  const child = fork(path.join(import.meta.dirname, 'functions-child.mjs'), {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const log = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => log.push(String(chunk)))
  const waiting = new Map()
  const failures = []
  let next = 0
  await new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`the functions' process ended with ${code}:\n${log.join('')}`)),
    )
    child.on('message', (message) => {
      if (message.ready) return resolve(undefined)
      const { settle, fail } = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.error === undefined) return settle(message.text)
      failures.push(message.error)
      return fail(new Error(message.error))
    })
  })
  // A killed process answers nobody: what was asked of it fails, as a call does when the network drops.
  const gone = () => new Error("the functions' process is gone")
  child.once('exit', () => {
    for (const { fail } of waiting.values()) fail(gone())
    waiting.clear()
  })
  const call = (name, text, openid) =>
    new Promise((settle, fail) => {
      if (!child.connected) return fail(gone())
      const id = (next += 1)
      waiting.set(id, { settle, fail })
      child.send({ id, name, text, openid }, (error) => {
        if (error) fail(error)
      })
    })
  /** As the platform's schedule does: `runTimer('timers', 'dispatch')`. */
  const runTimer = (name, timer) =>
    call(name, JSON.stringify({ Type: 'Timer', TriggerName: timer }), undefined)
  const kill = () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve(wechat.close()))
      child.kill('SIGKILL')
    })
  return { call, runTimer, failures, kill, close: () => Promise.all([stop(child), wechat.close()]) }
}
