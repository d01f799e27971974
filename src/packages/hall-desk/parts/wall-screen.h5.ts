/** A screen on a wall, on the web: this file is only in the web build, so the browser's names may be used. */
import type { WallScreen } from './wall-screen'

export type { WallScreen }

interface Lock {
  readonly release: () => Promise<void>
}
interface Page {
  readonly documentElement: { readonly requestFullscreen?: () => Promise<void> }
  readonly fullscreenElement?: unknown
  readonly visibilityState: string
  readonly addEventListener: (type: 'visibilitychange', listener: () => void) => void
  readonly removeEventListener: (type: 'visibilitychange', listener: () => void) => void
}
interface Browser {
  readonly document: Page
  readonly navigator: { readonly wakeLock?: { readonly request: (type: 'screen') => Promise<Lock> } }
}
const browser = globalThis as unknown as Browser

export const wallScreen: WallScreen = {
  canFill: () => {
    const { documentElement, fullscreenElement } = browser.document
    return documentElement.requestFullscreen !== undefined && !fullscreenElement
  },
  fill: () => {
    browser.document.documentElement.requestFullscreen?.().catch(() => undefined)
  },
  keepAwake: () => {
    const { document, navigator } = browser
    let lock: Lock | undefined
    let ended = false
    const release = (): void => {
      lock?.release().catch(() => undefined)
      lock = undefined
    }
    // The browser lets go of it whenever the tab is behind others.
    const take = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      try {
        lock = await navigator.wakeLock?.request('screen')
      } catch {
        // Without it the screen goes by the machine's own settings.
      }
      if (ended) release()
    }
    const listen = (): void => void take()
    void take()
    document.addEventListener('visibilitychange', listen)
    return () => {
      ended = true
      document.removeEventListener('visibilitychange', listen)
      release()
    }
  },
}
