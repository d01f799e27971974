/** Language, theme and type size, kept on the device. */
import { createStore } from 'zustand/vanilla'
import type { Language } from '../../functions/core/pure/errors'
import { isRecord, recall, remember } from './storage'
import { onSystemTheme, systemFacts, type Theme } from './system'

export type { Theme }

export type ThemeChoice = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly language: Language
  readonly themeChoice: ThemeChoice
  /** What the system shows now. */
  readonly systemTheme: Theme
  readonly large: boolean
}

const languageOf = (name: string): Language => (name.toLowerCase().startsWith('en') ? 'en' : 'zh-CN')

const initial = (): Preferences => {
  const facts = systemFacts()
  const stored = recall('preferences')
  const kept = isRecord(stored) ? stored : {}
  return {
    language:
      kept['language'] === 'en' || kept['language'] === 'zh-CN'
        ? kept['language']
        : languageOf(facts.language),
    themeChoice:
      kept['themeChoice'] === 'light' || kept['themeChoice'] === 'dark' ? kept['themeChoice'] : 'system',
    systemTheme: facts.theme,
    large: kept['large'] === true,
  }
}

export const preferences = createStore<Preferences>()(initial)

/** Changes a preference and keeps it. */
export const prefer = (change: Partial<Pick<Preferences, 'language' | 'themeChoice' | 'large'>>): void => {
  preferences.setState(change)
  const { language, themeChoice, large } = preferences.getState()
  remember('preferences', { language, themeChoice, large })
}

/** The theme in use. */
export const themeOf = (state: Preferences): Theme =>
  state.themeChoice === 'system' ? state.systemTheme : state.themeChoice

/** Follows the system's theme from launch on. */
export const followSystemTheme = (): void =>
  onSystemTheme((theme) => preferences.setState({ systemTheme: theme }))
