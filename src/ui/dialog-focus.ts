/** Focus inside a dialog. WeChat keeps its own; the web build takes `dialog-focus.h5.ts`. */

/** While a dialog is on screen: focus goes into it, stays there, Escape closes it, and focus returns after. */
export const useDialogFocus = (_onClose: () => void): void => undefined
