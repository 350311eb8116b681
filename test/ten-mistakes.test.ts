import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsOf } from './apps';
import { app } from './ten-mistakes';
import { expectTextSnapshot } from './text-snapshot';
