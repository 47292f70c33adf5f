"use client";

import { Pause, Play, RotateCcw } from "lucide-react";
import { Note } from "../../shared/note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { NativeSelect } from "../../ui/native-select";
import { useCallAudio } from "./listening";
import type { Audio } from "./use-audio";

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

/** Play, pause, seek and speed, in sight for as long as the words below are; nothing where there is no recording. */
export function RecordingPlayer() {
  const audio = useCallAudio();
  if (!audio) return null;
  return audio.failure ? <Failed audio={audio} /> : <Player audio={audio} />;
}

function Player({ audio }: { audio: Audio }) {
  const text = useText("recordings");
  const format = useFormatters();
  const { second, seconds, isPlaying, speed } = audio;
  const [at, length] = [format.duration(second), format.duration(seconds)];
  return (
    <section
      aria-label={text("label")}
      className="sticky top-(--header) z-10 in-[[role=dialog]]:top-0 mb-4 flex items-center gap-2 rounded-lg border bg-card px-2 py-1.5 shadow-sm sm:gap-3"
    >
      <Button
        variant="primary"
        size="icon"
        className="rounded-full"
        aria-label={text(isPlaying ? "pause" : "play")}
        onClick={audio.toggle}
      >
        {isPlaying ? <Pause /> : <Play />}
      </Button>
      <input
        type="range"
        aria-label={text("position")}
        aria-valuetext={text("positionValue", { at, length })}
        min={0}
        max={Math.max(1, Math.floor(seconds))}
        step={1}
        value={Math.floor(second)}
        onChange={(event) => audio.seek(Number(event.target.value))}
        className="h-(--control) min-w-0 flex-1 cursor-pointer accent-primary"
      />
      <span className="shrink-0 text-muted-foreground text-sm tabular-nums">
        {at} / {length}
      </span>
      <NativeSelect
        aria-label={text("speed")}
        className="w-20 shrink-0"
        value={speed}
        onChange={(event) => audio.setSpeed(Number(event.target.value))}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {format.number(each)}×
          </option>
        ))}
      </NativeSelect>
    </section>
  );
}

function Failed({ audio: { failure, retry } }: { audio: Audio }) {
  const text = useText("recordings");
  const again = (
    <Button size="sm" onClick={retry}>
      <RotateCcw />
      {text("retry")}
    </Button>
  );
  return (
    <Note tone="warning" className="mb-4" action={failure === "unreachable" ? again : undefined}>
      <span role="status">{text(failure === "gone" ? "gone" : "unreachable")}</span>
    </Note>
  );
}
