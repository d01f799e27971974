/** Taking a number by one's position, en. */
export const texts = {
  priority: 'Priority',
  priorityWho:
    'For older people, people with disabilities, pregnant women, people with small children and others who need it. Just say so: nobody asks why, nothing is to be shown.',
  purpose:
    'You are asked for your position only when you tap the button. It is used to check that you are within {n} m of the hall, and not kept.',
  refused:
    'Your position is not used. Nothing is lost: show your ticket at the door, or ask the staff for a number.',
  failed: 'Your position could not be found just now. Try again, or get your number at the door.',
  looking: 'Checking where you are…',
} as const
