/** The keyboard of a desk. There is none inside WeChat; the web build takes `use-keys.h5.ts`. */

/** Is there a keyboard to speak of? */
export const HAS_KEYS = false

/**
 * @param onKey told each key that is pressed on the page itself: not while one types, nor with Ctrl, Alt or Meta, nor held down. True: it was used
 */
export const useKeys = (_on: boolean, _onKey: (key: string) => boolean): void => undefined
