package runtime

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
	criclient "k8s.io/cri-client/pkg"
	"k8s.io/cri-streaming/pkg/streaming"
	"k8s.io/cri-streaming/pkg/streaming/remotecommand"
	utilexec "k8s.io/utils/exec"
)

// serveStreams serves what the kubelet sends its clients to: exec and port-forward.
func (r *Runtime) serveStreams() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	config := streaming.DefaultConfig
	config.Addr = listener.Addr().String()
	config.BaseURL = &url.URL{Scheme: "http", Host: config.Addr}
	if r.streams, err = streaming.NewServer(config, streams{r}); err != nil {
		return err
	}
	go func() { _ = http.Serve(listener, r.streams) }()
	return nil
}

// Exec prepares a command in a container.
func (r *Runtime) Exec(_ context.Context, request *cri.ExecRequest) (*cri.ExecResponse, error) {
	if _, err := r.running(request.ContainerId); err != nil {
		return nil, err
	}
	// There are no terminals; what wants one gets pipes.
	request.Tty = false
	return r.streams.GetExec(request)
}

// Attach is not supported.
func (r *Runtime) Attach(context.Context, *cri.AttachRequest) (*cri.AttachResponse, error) {
	return nil, errUnsupported
}

// PortForward prepares connections to a pod.
func (r *Runtime) PortForward(_ context.Context, request *cri.PortForwardRequest) (*cri.PortForwardResponse, error) {
	if _, err := r.sandbox(request.PodSandboxId); err != nil {
		return nil, err
	}
	return r.streams.GetPortForward(request)
}

func (r *Runtime) running(id string) (*container, error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	one, there := r.containers[id]
	if !there {
		return nil, notFound("container", id)
	}
	if one.state != cri.ContainerState_CONTAINER_RUNNING {
		return nil, status.Errorf(codes.FailedPrecondition, "container %s does not run", id)
	}
	return one, nil
}

// inside is a command within a running container, in a group of its own.
func (c *container) inside(words []string) *exec.Cmd {
	arguments := []string{
		"--target", strconv.Itoa(c.process.Pid), "--mount", "--net", "--uts", "--ipc", "--pid", "--",
		"sh", "-c", `cd "$0" 2>/dev/null || cd /; exec "$@"`, c.folder,
	}
	command := exec.Command("nice", append(append(slices.Clone(first), arguments...), words...)...)
	command.Env = c.env
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return command
}

// ExecSync runs a probe's or a hook's command.
func (r *Runtime) ExecSync(
	ctx context.Context, id string, words []string, timeout time.Duration,
) ([]byte, []byte, error) {
	one, err := r.running(id)
	if err != nil {
		return nil, nil, err
	}
	command := one.inside(words)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	if err := command.Start(); err != nil {
		return nil, nil, err
	}
	end := make(chan error, 1)
	go func() { end <- command.Wait() }()
	var late <-chan time.Time
	if timeout > 0 {
		late = time.After(timeout)
	}
	select {
	case err = <-end:
		return stdout.Bytes(), stderr.Bytes(), exit(err, words, stderr.String())
	case <-late:
		err = fmt.Errorf("%w: %q timed out after %s", criclient.ErrCommandTimedOut, strings.Join(words, " "), timeout)
	case <-ctx.Done():
		err = ctx.Err()
	}
	_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL)
	return nil, nil, err
}

// exit turns a failed command's end into what the kubelet and its clients take an exit code from.
func exit(err error, words []string, stderr string) error {
	var failed *exec.ExitError
	if !errors.As(err, &failed) {
		return err
	}
	number := int(code(failed.ProcessState))
	return utilexec.CodeExitError{
		Err:  fmt.Errorf("command '%s' exited with %d: %s", strings.Join(words, " "), number, stderr),
		Code: number,
	}
}

// streams runs what clients have asked the kubelet for.
type streams struct{ runtime *Runtime }

// Exec runs a command in a container. It goes on without its client, as under other runtimes.
func (s streams) Exec(
	_ context.Context, id string, words []string, in io.Reader, out, err io.WriteCloser, _ bool,
	_ <-chan remotecommand.TerminalSize,
) error {
	one, failure := s.runtime.running(id)
	if failure != nil {
		return failure
	}
	command := one.inside(words)
	if out != nil {
		command.Stdout = out
	}
	if err != nil {
		command.Stderr = err
	}
	if in != nil {
		// Not as the command's own: its end would wait for the client's.
		pipe, failure := command.StdinPipe()
		if failure != nil {
			return failure
		}
		go func() {
			_, _ = io.Copy(pipe, in)
			_ = pipe.Close()
		}()
	}
	return exit(command.Run(), words, "")
}

// Attach is not supported.
func (s streams) Attach(
	context.Context, string, io.Reader, io.WriteCloser, io.WriteCloser, bool, <-chan remotecommand.TerminalSize,
) error {
	return errUnsupported
}

// PortForward joins a client to a port of a pod.
func (s streams) PortForward(_ context.Context, id string, port int32, stream io.ReadWriteCloser) error {
	pod, err := s.runtime.sandbox(id)
	if err != nil {
		return err
	}
	far, err := net.Dial("tcp", net.JoinHostPort(pod.address, strconv.Itoa(int(port))))
	if err != nil {
		return err
	}
	defer func() { _ = far.Close() }()
	go func() { _, _ = io.Copy(far, stream) }()
	_, err = io.Copy(stream, far)
	return err
}
