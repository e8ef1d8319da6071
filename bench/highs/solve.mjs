// SPDX-License-Identifier: EUPL-1.2
// Solves a programme in LP format with HiGHS (WebAssembly, one thread) until it is proved or the seconds of processor time are
// over; `node solve.mjs FILE SECONDS`. Prints one JSON object: status, what it thinks its answer is worth, bound, seconds,
// megabytes, and the names of the variables that are 1, for others to value.
import { readFileSync } from "node:fs";
import loadHighs from "highs";

const [file, seconds] = [process.argv[2], Number(process.argv[3])];
const text = readFileSync(file, "utf8");
const started = process.cpuUsage();
const used = () => {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
};

const highs = await loadHighs();
const model = highs.createModel({ format: "lp", data: text });
model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
// Its own limit is on the clock, on which a busy machine counts.
const stop = (event) => {
  if (used() >= seconds) event.interrupt();
};
const { mipInterrupt, simplexInterrupt } = highs.constants.callbackType;
model.run({ [mipInterrupt]: stop, [simplexInterrupt]: stop });

const values = model.getSolution().colValue;
const chosen = [];
for (let i = 0; i < values.length; i += 1) {
  const name = model.getColName(i);
  if (name.startsWith("x") && values[i] > 0.5) chosen.push(name);
}
console.log(
  JSON.stringify({
    status: String(model.getModelStatus()),
    objective: model.getObjectiveValue(),
    bound: model.info.get("mip_dual_bound"),
    seconds: used(),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    chosen,
  }),
);
