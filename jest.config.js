/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Every core: by default one is left for somebody who watches.
  maxWorkers: '100%',
  // Slow machines are no mistake.
  testTimeout: 300_000,
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/lib/'],
  modulePathIgnorePatterns: ['<rootDir>/lib/'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-esbuild.cjs' },
  coverageProvider: 'v8',
  coverageReporters: ['text'],
  // The others hold types alone, of which nothing is left to run.
  collectCoverageFrom: ['charts/**/*.ts', '!charts/**/{*.test,*-options,index,problem,types}.ts'],
};
