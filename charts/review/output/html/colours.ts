import type { Severity } from '../../review';

/** Colours by what they are for; each has one for light screens and one for dark ones. */
export const COLOURS = {
  page: ['#f5f7fa', '#0b1120'],
  surface: ['#ffffff', '#131c2f'],
  sunken: ['#f0f3f8', '#1b2640'],
  text: ['#0f172a', '#e6ebf4'],
  muted: ['#475569', '#a9b6cb'],
  edge: ['#cbd5e1', '#31405a'],
  stroke: ['#94a3b8', '#5b6d8a'],
  link: ['#1d4ed8', '#93b4ff'],
  flow: ['#4f46e5', '#a5b0ff'],
  created: ['#15803d', '#5fdc8b'],
  'created-tint': ['#effbf3', '#0e2a1d'],
  changed: ['#b45309', '#fbbf4d'],
  'changed-tint': ['#fff9eb', '#2a2211'],
  removed: ['#b91c1c', '#ff8a8a'],
  'removed-tint': ['#fef2f2', '#331719'],
  collector: ['#f59e0b', '#f5b53d'],
  loki: ['#3b82f6', '#60a5fa'],
  grafana: ['#f97316', '#fb923c'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

/** What badges are filled with, under white letters. */
export const BADGES: Readonly<Record<Severity | 'created' | 'changed' | 'removed', string>> = {
  'data-loss': '#b91c1c',
  recreate: '#c2410c',
  rights: '#7e22ce',
  exposure: '#be185d',
  rollout: '#92400e',
  collection: '#0f766e',
  cost: '#1d4ed8',
  image: '#4f46e5',
  none: '#475569',
  created: '#15803d',
  changed: '#475569',
  removed: '#475569',
};
export const ON_BADGES = '#ffffff';
